import { useState } from "react";

import { change } from "../changes";
import { useMay } from "../me";
import REFRESH from "../queries/refresh.graphql?raw";
import { at, Link } from "../route";

/** Ask for a scan, and lead to it. */
export function Refresh({
  connector,
  id,
  again,
}: {
  connector: string;
  id: string;
  again: () => void;
}) {
  const may = useMay();
  const [said, setSaid] = useState("");
  const [scan, setScan] = useState<string>();
  if (!may("operator", id)) return null;
  const refresh = () => {
    setSaid("Asking …");
    change<{ scan: string; isNew: boolean }>(REFRESH, { connector }).then(
      (done) => {
        setSaid(done.isNew ? "A scan is asked for." : "A scan is under way already.");
        setScan(done.scan);
        again();
      },
      (error: Error) => setSaid(error.message),
    );
  };
  return (
    <span className="refresh">
      <span role="status">
        {said}
        {scan && <> <Link to={at("scans", scan)}>Follow it</Link></>}
      </span>
      <button type="button" onClick={refresh} aria-label={`Refresh ${connector}`}>
        Refresh
      </button>
    </span>
  );
}

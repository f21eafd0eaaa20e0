// The waivers of a finding: those that cover it, and those that did. Each links to the list, as the
// list links to what it covers.

import { useAsked } from "../ask";
import type { Waiver } from "../pages/waivers";
import WAIVERS from "../queries/waivers.graphql?raw";
import { Link } from "../route";
import { time, type Verdict } from "../words";

interface Props {
  finding: {
    status: Verdict;
    reason: string | null;
    controlId: string;
    uid: string;
    connector: { id: string } | null;
  };
}

export function WaiversOf({ finding }: Props) {
  const { data } = useAsked<{ waivers: Waiver[] }>(WAIVERS, { control: finding.controlId });
  const about = data?.waivers.filter((one) => covers(one, finding)) ?? [];
  const running = about.filter((one) => one.isRunning);
  if (finding.status === "WAIVED") {
    return (
      <div className="notice waived">
        <p>
          <b>Waived:</b> {finding.reason ?? "no reason is given"}
        </p>
        <Listed waivers={running} control={finding.controlId} />
      </div>
    );
  }
  const [ended] = about.filter((one) => !one.isRunning).reverse();
  if (!ended) return null;
  return (
    <p className="notice">
      It was waived until {time(ended.expires)}, on the word of {ended.owner}: {ended.reason}{" "}
      <ToList control={finding.controlId} />
    </p>
  );
}

function covers(waiver: Waiver, { uid, connector }: Props["finding"]): boolean {
  const isHere = waiver.connectorId === null || waiver.connectorId === connector?.id;
  return isHere && (waiver.uid === null || waiver.uid === uid);
}

function Listed({ waivers, control }: { waivers: Waiver[]; control: string }) {
  return (
    <p>
      {waivers.length > 0 &&
        `Covered ${waivers.map((one) => `until ${time(one.expires)} by ${one.owner}`).join(", ")}. `}
      <ToList control={control} />
    </p>
  );
}

function ToList({ control }: { control: string }) {
  return <Link to={`/waivers?control=${encodeURIComponent(control)}`}>Waivers of this control</Link>;
}

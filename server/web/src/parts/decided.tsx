// What the pages of decisions have in common: which control, where, and how many can be listed.

import { at, Link } from "../route";
import { count } from "../words";

export const MOST = 1000; // rows that the server gives of one list

export function ControlName({ id, title }: { id: string; title: string | undefined }) {
  return (
    <>
      <Link to={`/findings?control=${encodeURIComponent(id)}`}>{title ?? id}</Link>
      <div className="soft">
        <code>{id}</code>
        {!title && " is no control any more"}
      </div>
    </>
  );
}

/** A connector by name; by its id where it is gone, and all of them where there is no id. */
export function Where({
  id,
  connector,
}: {
  id: string | null;
  connector: { id: string; name: string } | null;
}) {
  if (connector) return <Link to={at("connectors", connector.id)}>{connector.name}</Link>;
  return <>{id === null ? "all connectors" : `${id}, which is gone`}</>;
}

/** A list that is cut off says so. */
export function Cut({ rows, what }: { rows: unknown[]; what: string }) {
  if (rows.length < MOST) return null;
  return (
    <p className="notice warn">
      There are more than {count(MOST, what)}: these are the first. GraphQL and the command line give
      those of one control or connector.
    </p>
  );
}

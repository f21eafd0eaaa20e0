// Whatever JSON a cloud or a control says, written so that it can be read: as text, never as markup.

import { at, Link } from "../route";
import { looksLikeUid, short, spaced, time } from "../words";

const FEW = 12;

export function Value({ value }: { value: unknown }) {
  if (value === null || value === undefined) return <span className="none">none</span>;
  if (typeof value === "boolean") return <>{value ? "yes" : "no"}</>;
  if (typeof value === "number") return <>{value.toLocaleString("en", { useGrouping: false })}</>;
  if (typeof value === "string") return <Text text={value} />;
  if (Array.isArray(value)) return <Many values={value} />;
  return <Json value={value} />;
}

function Text({ text }: { text: string }) {
  if (text === "") return <span className="none">empty</span>;
  if (looksLikeUid(text)) return <Uid uid={text} />;
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return <time title={text}>{time(text) || text}</time>;
  return <span className="text">{text}</span>;
}

/** A link to a resource that tells its short name, and the whole uid to whoever points at it. */
export function Uid({ uid }: { uid: string }) {
  return (
    <Link to={at("resources", uid)} title={uid} className="uid">
      {short(uid)}
    </Link>
  );
}

function Many({ values }: { values: unknown[] }) {
  if (!values.length) return <span className="none">none</span>;
  if (values.some((v) => typeof v === "object" && v !== null)) return <Json value={values} />;
  const rest = values.slice(FEW);
  return (
    <>
      <ul className="values">
        {values.slice(0, FEW).map((value, n) => (
          <li key={n}>
            <Value value={value} />
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <ul className="values">
            {rest.map((value, n) => (
              <li key={n}>
                <Value value={value} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

export function Json({ value }: { value: unknown }) {
  return (
    <pre className="json" tabIndex={0}>
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}

/** What a control found: expected against actual first, the rest below. */
export function Evidence({ evidence }: { evidence: Record<string, unknown> }) {
  const { expected, actual, path: _, ...rest } = evidence;
  return (
    <>
      {(expected !== undefined || actual !== undefined) && (
        <dl className="against">
          {expected !== undefined && (
            <div className="expected">
              <dt>Expected</dt>
              <dd>
                <Value value={expected} />
              </dd>
            </div>
          )}
          {actual !== undefined && (
            <div className="actual">
              <dt>Actual</dt>
              <dd>
                <Value value={actual} />
              </dd>
            </div>
          )}
        </dl>
      )}
      {Object.keys(rest).length > 0 && (
        <dl className="facts">
          {Object.entries(rest).map(([name, value]) => (
            <div key={name}>
              <dt>{spaced(name)}</dt>
              <dd>
                <Value value={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

import { useMemo, useState, type ReactNode } from "react";

import { useAsked } from "../ask";
import { Copied } from "../parts/copy";
import { FindingList, type FindingRow } from "../parts/findings";
import { Page, Section, State } from "../parts/page";
import { Surroundings } from "../parts/surroundings";
import { Json, Uid, Value } from "../parts/values";
import RAW from "../queries/raw-configuration.graphql?raw";
import RESOURCE from "../queries/resource.graphql?raw";
import TYPE from "../queries/type.graphql?raw";
import { Link } from "../route";
import { ago, CLOUDS, count, kind, short, spaced, time } from "../words";

interface Relationship {
  type: string;
  direction: "IN" | "OUT";
  stale: boolean;
  properties: Record<string, unknown>;
  other: { __typename: string; uid: string; name: string | null };
}
interface Found {
  __typename: string;
  uid: string;
  name: string | null;
  cloud: string | null;
  partition: string | null;
  account: string | null;
  region: string | null;
  createdAt: string | null;
  firstSeen: string | null;
  unread: string[] | null;
  unreadWhy: string[] | null;
  tags: { key: string; value: string }[];
  relationships: Relationship[];
  findings: Omit<FindingRow, "uid">[];
}
interface TypeRef {
  kind: string;
  name: string | null;
  ofType?: TypeRef | null;
}
interface Field {
  name: string;
  description: string | null;
  type: TypeRef;
}

/** What every resource has is told at the top of the page. */
const COMMON = new Set([
  "uid", "name", "cloud", "partition", "account", "region", "createdAt", "firstSeen",
  "incarnation", "unread", "unreadWhy", "rawConfiguration", "cypher",
]);

export function Resource({ uid }: { uid: string }) {
  const { data, error, asking, again } = useAsked<{ resource: Found | null }>(RESOURCE, { uid });
  const found = data?.resource;
  return (
    <Page
      title={found?.name || short(uid)}
      crumbs={[{ to: "/inventory", name: "Inventory" }]}
      lead={found && <Lead found={found} />}
    >
      <State asking={asking && !data} error={error} again={again} />
      {data && !found && (
        <p className="notice">No resource has this uid, or it is not yours to see: {uid}</p>
      )}
      {found && <Told found={found} />}
    </Page>
  );
}

function Lead({ found }: { found: Found }) {
  return (
    <>
      <div className="lead-row">
        <Link to={`/inventory?type=${found.__typename}`}>{kind(found.__typename)}</Link>
        {found.cloud && <span>{CLOUDS[found.cloud] ?? found.cloud}</span>}
        {found.account && <span>{found.account}</span>}
        {found.region && <span>{found.region}</span>}
        {found.createdAt && (
          <span>
            made <time title={time(found.createdAt)}>{ago(found.createdAt)}</time>
          </span>
        )}
        {found.firstSeen && (
          <span>
            first read <time title={time(found.firstSeen)}>{ago(found.firstSeen)}</time>
          </span>
        )}
      </div>
      <code className="whole-uid">{found.uid}</code>
    </>
  );
}

function Told({ found }: { found: Found }) {
  const unseen = found.__typename === "UnseenResource";
  return (
    <>
      {unseen && (
        <p className="notice unknown">
          Nothing is known of it but its name: others point at it, and no scan has listed it.
        </p>
      )}
      {found.unread && <Unread found={found} />}
      <Section
        title="Findings"
        aside={<span className="soft">{count(found.findings.length, "finding")}</span>}
      >
        {found.findings.length ? (
          <FindingList rows={found.findings.map((row) => ({ ...row, uid: found.uid }))} show="control" />
        ) : (
          <p className="empty">No control found anything on it.</p>
        )}
      </Section>
      <Section title="Surroundings">
        <Surroundings uid={found.uid} />
      </Section>
      {!unseen && <Properties found={found} />}
      {!unseen && <Raw uid={found.uid} />}
      <Section title="Tags">
        {found.tags.length ? <Tags tags={found.tags} /> : <p className="empty">It has none.</p>}
      </Section>
      <Section title="Relationships">
        {found.relationships.length ? (
          <Relationships all={found.relationships} />
        ) : (
          <p className="empty">It has none.</p>
        )}
      </Section>
    </>
  );
}

function Unread({ found }: { found: Found }) {
  return (
    <div className="notice unknown">
      <p>
        <b>Not all of it could be read.</b> Controls that need these fields are not evaluated on it.
      </p>
      <ul>
        {(found.unreadWhy ?? found.unread ?? []).map((why) => (
          <li key={why}>{why}</li>
        ))}
      </ul>
    </div>
  );
}

function Properties({ found }: { found: Found }) {
  const type = useAsked<{ __type: { description: string | null; fields: Field[] } | null }>(TYPE, {
    name: found.__typename,
  });
  const fields = useMemo(
    () => (type.data?.__type?.fields ?? []).filter((f) => !COMMON.has(f.name) && isPlain(f.type)),
    [type.data],
  );
  const query = fields.length ? propertiesQuery(found.__typename, fields) : null;
  const said = useAsked<{ resource: Record<string, unknown> | null }>(query, { uid: found.uid });
  const values = said.data?.resource;
  if (type.data && !fields.length) return null;
  return (
    <Section title="Properties">
      <State asking={(type.asking || said.asking) && !values} error={type.error ?? said.error} />
      {values && (
        <dl className="facts">
          {fields.filter((field) => values[field.name] !== found.uid).map((field) => (
            <div key={field.name} className={isUnread(found, field.name) ? "unread" : ""}>
              <dt title={field.description ?? ""}>{spaced(field.name)}</dt>
              <dd>{told(found, field.name, values[field.name])}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}

/** Asked for when somebody wants it: it is read from beside the graph, and may be long. */
function Raw({ uid }: { uid: string }) {
  const [open, setOpen] = useState(false);
  const { data, error, asking, again } = useAsked<{
    resource: { rawConfiguration: unknown } | null;
  }>(open ? RAW : null, { uid });
  const said = data?.resource?.rawConfiguration;
  return (
    <Section title="Configuration">
      <p className="hint">
        What the cloud said of it when it last changed, word by word, with secrets taken out.
      </p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Raw configuration</summary>
        <State asking={open && asking && !data} error={error} again={again} />
        {said !== null && said !== undefined && (
          <Copied text={JSON.stringify(said, null, 2)} label="Raw configuration" />
        )}
        {data && (said === null || said === undefined) && (
          <p className="empty">It is not kept, or not by a connector that you see.</p>
        )}
      </details>
    </Section>
  );
}

function isUnread(found: Found, field: string): boolean {
  return found.unread?.includes(snake(field)) ?? false;
}

function told(found: Found, field: string, value: unknown): ReactNode {
  if (!isUnread(found, field)) return <Value value={value} />;
  const why = found.unreadWhy?.find((one) => one.startsWith(`${snake(field)}:`));
  return (
    <span className="unread-why">
      not read{why && `: ${why.slice(why.indexOf(":") + 1).trim()}`}
    </span>
  );
}

function snake(name: string): string {
  return name.replace(/([A-Z])/g, "_$1").toLowerCase();
}

function isPlain({ kind: of, ofType }: TypeRef): boolean {
  return ofType ? isPlain(ofType) : of === "SCALAR" || of === "ENUM";
}

/** Ask for all plain fields of a type; names come from the schema itself. */
export function propertiesQuery(type: string, fields: { name: string }[]): string {
  const names = fields.map((field) => field.name).join(" ");
  return `query Properties($uid: String!) { resource(uid: $uid) { ... on ${type} { ${names} } } }`;
}

function Tags({ tags }: { tags: Found["tags"] }) {
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {tags.map(({ key, value }) => (
          <tr key={key}>
            <th scope="row">
              <Link to={`/inventory?tag=${encodeURIComponent(`${key}=${value}`)}`}>{key}</Link>
            </th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Relationships({ all }: { all: Relationship[] }) {
  return (
    <table className="wide">
      <thead>
        <tr>
          <th scope="col">Relationship</th>
          <th scope="col">Resource</th>
          <th scope="col">Type</th>
          <th scope="col">More</th>
        </tr>
      </thead>
      <tbody>
        {all.map((one, n) => (
          <tr key={n}>
            <th scope="row">
              <code>{one.direction === "OUT" ? `${one.type} →` : `← ${one.type}`}</code>
            </th>
            <td data-label="Resource">
              <Uid uid={one.other.uid} />
              {one.other.name && one.other.name !== short(one.other.uid) && ` (${one.other.name})`}
            </td>
            <td data-label="Type">{kind(one.other.__typename)}</td>
            <td data-label="More">
              {one.stale && <span className="unread-mark">could not be read again</span>}
              {Object.keys(one.properties).length > 0 && (
                <details>
                  <summary>Properties</summary>
                  <Json value={one.properties} />
                </details>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

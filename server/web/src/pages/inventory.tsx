import { useEffect, useState } from "react";

import { useAsked, usePages } from "../ask";
import { Choice } from "../parts/choice";
import { More } from "../parts/findings";
import { Page, State } from "../parts/page";
import { Mark } from "../parts/verdicts";
import INVENTORY from "../queries/inventory.graphql?raw";
import SEARCH from "../queries/search.graphql?raw";
import TYPES from "../queries/types.graphql?raw";
import { at, Link, refine } from "../route";
import { CLOUDS, count, kind, number, short, word, type Severity, type Verdict } from "../words";

interface Row {
  __typename: string;
  uid: string;
  name: string | null;
  cloud: string | null;
  account: string | null;
  region: string | null;
  unread: string[] | null;
  findings: { status: Verdict; severity: Severity }[];
}
interface Types {
  __type: { possibleTypes: { name: string; description: string | null }[] };
  connectors: { id: string; name: string; cloud: string; scope: string }[];
  units: { pageInfo: { hasNextPage: boolean }; nodes: { type: string; count: number | null }[] };
}

const WAIT = 250; // ms after the last key

export function Inventory({ search }: { search: URLSearchParams }) {
  const types = useAsked<Types>(TYPES);
  const type = search.get("type") ?? undefined;
  const scope = search.get("account") ?? undefined;
  const text = search.get("q") ?? "";
  const tags = search.getAll("tag");
  const where = {
    ...(scope ? { account: scope } : {}),
    ...(text ? { nameIs: { contains: text } } : {}),
    ...(tags.length ? { tags: tags.map(tagOf) } : {}),
  };
  // words alone are searched for by the index, the nearest first; filters beside them by name
  const isSearch = text !== "" && !scope && !tags.length;
  const [query, field] = isSearch ? [SEARCH, "search"] : [INVENTORY, "resources"];
  const found = usePages<Row>(query, field, isSearch ? { text, type } : { type, where });
  return (
    <Page title="Inventory" lead="Every resource that a scan listed.">
      <div className="filters">
        <SearchField text={text} />
        <Choice
          label="Type"
          value={type}
          options={typesOf(types.data)}
          choose={(value) => refine({ type: value })}
        />
        <Choice
          label="Connector"
          value={scope}
          options={(types.data?.connectors ?? []).map((c) => [
            c.scope,
            `${c.name} (${CLOUDS[c.cloud] ?? c.cloud})`,
          ])}
          choose={(value) => refine({ account: value })}
        />
        <TagField tags={tags} />
        <output className="total">
          {found.total !== undefined && count(found.total, "resource")}
        </output>
      </div>
      <State asking={found.asking && !found.rows.length} error={found.error} again={found.again} />
      {found.rows.length > 0 && <Rows rows={found.rows} />}
      {found.total === 0 && <p className="empty">Nothing fits.</p>}
      <More more={found.more} asking={found.asking} />
    </Page>
  );
}

function tagOf(text: string): { key: string; value?: string } {
  const cut = text.indexOf("=");
  return cut < 0 ? { key: text } : { key: text.slice(0, cut), value: text.slice(cut + 1) };
}

/** Types, with how many there are where one page of the ledger tells it. */
function typesOf(said: Types | undefined): [string, string][] {
  if (!said) return [];
  const whole = !said.units.pageInfo.hasNextPage;
  const counts = new Map<string, number>();
  for (const unit of said.units.nodes) {
    counts.set(unit.type, (counts.get(unit.type) ?? 0) + (unit.count ?? 0));
  }
  return said.__type.possibleTypes
    .filter(({ name }) => !whole || counts.get(name) || name === "UnseenResource")
    .map(({ name }): [string, string] => {
      const title = name === "UnseenResource" ? "Not inventoried" : kind(name);
      return [name, counts.has(name) && whole ? `${title} (${number(counts.get(name) ?? 0)})` : title];
    })
    .sort((a, b) => a[1].localeCompare(b[1]));
}

function SearchField({ text }: { text: string }) {
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    if (typed === text) return;
    const wait = setTimeout(() => refine({ q: typed.trim() || null }), WAIT);
    return () => clearTimeout(wait);
  }, [typed, text]);
  return (
    <label className="field grow">
      <span>Search</span>
      <input
        type="search"
        value={typed}
        placeholder="Name or uid, or parts of it"
        onChange={(event) => setTyped(event.target.value)}
      />
    </label>
  );
}

function TagField({ tags }: { tags: string[] }) {
  const [typed, setTyped] = useState("");
  return (
    <form
      className="tag-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim()) withTags([...tags, typed.trim()]);
        setTyped("");
      }}
    >
      <label className="field">
        <span>Tag</span>
        <input
          value={typed}
          placeholder="key or key=value, Enter"
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      {tags.map((tag) => (
        <span key={tag} className="chip">
          {tag}
          <button
            type="button"
            aria-label={`Without tag ${tag}`}
            onClick={() => withTags(tags.filter((one) => one !== tag))}
          >
            ×
          </button>
        </span>
      ))}
    </form>
  );
}

function withTags(tags: string[]): void {
  refine({ tag: null }, { tag: [...new Set(tags)] });
}

function Rows({ rows }: { rows: Row[] }) {
  return (
    <table className="wide">
      <caption className="hidden">Resources</caption>
      <thead>
        <tr>
          <th scope="col" className="stretch">
            Name
          </th>
          <th scope="col">Type</th>
          <th scope="col">Region</th>
          <th scope="col">Account</th>
          <th scope="col">Findings</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.uid}>
            <th scope="row" className="stretch">
              <Link to={at("resources", row.uid)} title={row.uid}>
                {row.name || short(row.uid)}
              </Link>
              {row.unread && <span className="unread-mark">partly unread</span>}
            </th>
            <td data-label="Type">{kind(row.__typename)}</td>
            <td data-label="Region">{row.region}</td>
            <td data-label="Account">{row.account}</td>
            <td data-label="Findings">
              <Tallied findings={row.findings} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Tallied({ findings }: { findings: Row["findings"] }) {
  const counts = new Map<Verdict, number>();
  for (const { status } of findings) counts.set(status, (counts.get(status) ?? 0) + 1);
  if (!counts.size) return <span className="none">none</span>;
  return (
    <span className="tallied">
      {[...counts].map(([status, many]) => (
        <span key={status} title={word(status)}>
          {many}
          {findings.length >= 20 && "+"} <Mark verdict={status} />
        </span>
      ))}
    </span>
  );
}

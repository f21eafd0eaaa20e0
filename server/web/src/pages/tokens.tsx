// Tokens: how programs sign in. A secret is shown once, by the dialog that made it, and is never in
// the address, in the cache or in the browser's storage.

import { useState } from "react";

import { useAsked } from "../ask";
import { useMay } from "../me";
import { useDone, type Done } from "../parts/done";
import { Removal } from "../parts/form";
import { Lifetime } from "../parts/lifetime";
import { Page, State } from "../parts/page";
import { Table } from "../parts/table";
import { TokenMaker } from "../parts/token";
import REVOKE from "../queries/revoke-token.graphql?raw";
import TOKENS from "../queries/tokens.graphql?raw";
import { ago, time } from "../words";

interface Token {
  id: string;
  name: string;
  role: string | null;
  on: { connectors: string; role: string }[];
  by: string;
  at: string;
  expires: string;
  used: string | null;
  revoked: string | null;
  isGood: boolean;
}
interface Said {
  tokens: Token[] | null;
  connectors: { id: string; name: string }[];
}

export function Tokens() {
  const { data, error, asking, again } = useAsked<Said>(TOKENS);
  const done = useDone(again);
  const may = useMay();
  const [open, setOpen] = useState(false);
  const names = new Map(data?.connectors.map(({ id, name }) => [id, name]));
  return (
    <Page
      title="Tokens"
      lead="How programs sign in: to GraphQL, to exports, or in place of a person."
      actions={
        data?.tokens &&
        may("admin") && (
          <button type="button" onClick={() => setOpen(true)}>
            Make a token …
          </button>
        )
      }
    >
      {open && data && (
        <TokenMaker
          connectors={data.connectors}
          close={() => setOpen(false)}
          made={(name) => done.tell(`The token ${name} is made.`)}
        />
      )}
      {done.said}
      <State asking={asking && !data} error={error} again={again} />
      {data && !data.tokens && <p className="notice">Only an admin sees the tokens.</p>}
      {data?.tokens && data.tokens.length > 0 && (
        <Rows tokens={inOrder(data.tokens)} names={names} done={done} />
      )}
      {data?.tokens?.length === 0 && <p className="empty">There is none.</p>}
    </Page>
  );
}

function inOrder(tokens: Token[]): Token[] {
  return [...tokens.filter((one) => one.isGood), ...tokens.filter((one) => !one.isGood)];
}

function Rows({ tokens, names, done }: { tokens: Token[]; names: Map<string, string>; done: Done }) {
  return (
    <Table name="Tokens" columns={["Name", "May", "State", "Used last", "Made"]}>
      {tokens.map((one) => (
        <tr key={one.id}>
          <th scope="row">
            {one.name}
            <div className="soft">
              <code>{one.id}</code>
            </div>
          </th>
          <td data-label="May">
            <Roles token={one} names={names} />
          </td>
          <td data-label="State">
            <Lifetime
              isRunning={one.isGood}
              ends={one.revoked ?? one.expires}
              running="good"
              ended={one.revoked ? "revoked" : "ended"}
            />
          </td>
          <td data-label="Used last">
            {one.used ? (
              <time title={time(one.used)}>{ago(one.used)}</time>
            ) : (
              <span className="none">never</span>
            )}
          </td>
          <td data-label="Made">
            <time title={time(one.at)}>{ago(one.at)}</time>
            <div className="soft">by {one.by}</div>
          </td>
          <td className="end">{one.isGood && <Revoke token={one} done={done} />}</td>
        </tr>
      ))}
    </Table>
  );
}

function Roles({ token, names }: { token: Token; names: Map<string, string> }) {
  return (
    <ul className="values">
      {token.role && <li>{token.role} on all connectors</li>}
      {token.on.map(({ connectors, role }) => (
        <li key={connectors}>
          {role} on {names.get(connectors) ?? connectors}
        </li>
      ))}
    </ul>
  );
}

function Revoke({ token, done }: { token: Token; done: Done }) {
  return (
    <Removal
      word="Revoke"
      what="token"
      name={token.name}
      lead="Whatever uses it is refused within a second. It cannot be made good again."
      mutation={REVOKE}
      variables={{ id: token.id }}
      done={() => done.gone(`The token ${token.name} is revoked.`)}
    />
  );
}

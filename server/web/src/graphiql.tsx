// GraphiQL, from our own host, against our own API. Subscriptions come as server-sent events.

import "graphiql/setup-workers/vite";

import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";

import { follow, HEADERS, type NotAnswered } from "./ask";
import { chosen } from "./theme";

import "graphiql/style.css";
import "./styles/graphiql.css";

const FIRST = `# A client of this very API. Ctrl-Enter runs the query, Ctrl-Space completes it.
# The schema with a description of every field stands behind the book on the left.

{
  findings(status: FAIL, severity: critical, first: 20) {
    totalCount
    nodes {
      id
      since
      control { title }
      resource { __typename uid name region }
      evidence
    }
  }
}
`;

interface Request {
  query: string;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
}

function fetcher({ query, variables, operationName }: Request) {
  if (isSubscription(query, operationName)) return followed(query, variables ?? {});
  return fetch("/graphql", {
    method: "POST",
    headers: HEADERS,
    body: JSON.stringify({ query, variables, operationName }),
  }).then((answer) => answer.json());
}

function isSubscription(query: string, name: string | null | undefined): boolean {
  const named = name ? `subscription\\s+${name}\\b` : "^\\s*subscription\\b";
  return new RegExp(named, "m").test(query);
}

async function* followed(query: string, variables: Record<string, unknown>) {
  const said: unknown[] = [];
  let wake = () => {};
  let ended = false;
  const stop = follow<unknown>(
    query,
    variables,
    (data) => {
      said.push({ data });
      wake();
    },
    (error?: NotAnswered) => {
      if (error) said.push({ errors: [{ message: error.message }] });
      ended = true;
      wake();
    },
  );
  try {
    while (!ended || said.length) {
      if (said.length) yield said.shift();
      else await new Promise<void>((done) => { wake = done; });
    }
  } finally {
    stop();
  }
}

const theme = chosen();
const place = document.getElementById("graphiql");
if (place) {
  createRoot(place).render(
    <GraphiQL
      fetcher={fetcher as never}
      defaultQuery={FIRST}
      {...(theme === "system" ? {} : { forcedTheme: theme })}
    >
      <GraphiQL.Logo>
        <a href="/" className="back">
          ← Cirrograph
        </a>
      </GraphiQL.Logo>
    </GraphiQL>,
  );
}

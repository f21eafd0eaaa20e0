// The frame of every page: header, ways, who is signed in; and which page an address means.

import { useEffect, useRef, type ReactNode } from "react";

import iconUrl from "./icon.svg";
import { ThemeSwitch } from "./parts/theme-switch";
import { WhoAmI } from "./parts/me";
import { Connector } from "./pages/connector";
import { Connectors } from "./pages/connectors";
import { Finding } from "./pages/finding";
import { Findings } from "./pages/findings";
import { Inventory } from "./pages/inventory";
import { Mandates } from "./pages/mandates";
import { NotFound } from "./pages/not-found";
import { Outcomes } from "./pages/outcomes";
import { Overrides } from "./pages/overrides";
import { Report } from "./pages/report";
import { Resource } from "./pages/resource";
import { Scan } from "./pages/scan";
import { Scans } from "./pages/scans";
import { Schedules } from "./pages/schedules";
import { Tokens } from "./pages/tokens";
import { Waivers } from "./pages/waivers";
import { Link, usePlace, type Place } from "./route";

const WAYS: [string, string, string[]][] = [
  ["/", "Mandates", ["", "reports"]],
  ["/findings", "Findings", ["findings"]],
  ["/inventory", "Inventory", ["inventory", "resources"]],
  ["/connectors", "Connectors", ["connectors"]],
  ["/scans", "Scans", ["scans"]],
  ["/waivers", "Manage", ["waivers", "outcomes", "overrides", "schedules", "tokens"]],
];
const MANAGED: [string, string][] = [
  ["waivers", "Waivers"],
  ["outcomes", "Outcomes"],
  ["overrides", "Overrides"],
  ["schedules", "Schedules"],
  ["tokens", "Tokens"],
];

export function App() {
  const place = usePlace();
  const page = pageOf(place);
  const main = useRef<HTMLElement>(null);
  const path = location.pathname;
  const first = useRef(path);
  useEffect(() => {
    // whoever came by keyboard or listens goes on at the new page's heading, not in the header
    if (first.current !== path) main.current?.querySelector("h1")?.focus({ preventScroll: true });
    first.current = "";
  }, [path]);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <Header here={place.path[0] ?? ""} />
      <main id="main" ref={main} tabIndex={-1} key={path}>
        {page}
      </main>
      <footer className="foot">
        <span>Times are UTC.</span>
        <a href="/schema.graphql">GraphQL schema</a>
      </footer>
    </>
  );
}

function Header({ here }: { here: string }) {
  return (
    <header className="head">
      <Link to="/" className="brand" aria-label="Cirrograph, start page">
        <img src={iconUrl} alt="" width="24" height="24" />
        Cirrograph
      </Link>
      <nav aria-label="Pages">
        {WAYS.map(([to, name, below]) => (
          <Link key={to} to={to} aria-current={below.includes(here) ? "page" : undefined}>
            {name}
          </Link>
        ))}
        <a href="/graphiql">GraphiQL</a>
      </nav>
      <div className="head-end">
        <WhoAmI />
        <ThemeSwitch />
      </div>
      {MANAGED.some(([name]) => name === here) && (
        <nav aria-label="Manage" className="below">
          {MANAGED.map(([name, title]) => (
            <Link key={name} to={`/${name}`} aria-current={name === here ? "page" : undefined}>
              {title}
            </Link>
          ))}
        </nav>
      )}
    </header>
  );
}

function pageOf({ path, search }: Place): ReactNode {
  const [first, second, third] = path;
  if (first === undefined) return <Mandates />;
  if (first === "reports" && second && third) {
    return <Report mandate={second} connector={third} search={search} />;
  }
  if (first === "findings") {
    return second ? <Finding id={second} /> : <Findings search={search} />;
  }
  if (first === "inventory") return <Inventory search={search} />;
  if (first === "resources" && second) return <Resource uid={path.slice(1).join("/")} />;
  if (first === "connectors") return second ? <Connector id={second} /> : <Connectors />;
  if (first === "scans") return second ? <Scan id={second} search={search} /> : <Scans />;
  if (first === "waivers") return <Waivers search={search} />;
  if (first === "outcomes") return <Outcomes search={search} />;
  if (first === "overrides") return <Overrides />;
  if (first === "schedules") return <Schedules />;
  if (first === "tokens") return <Tokens />;
  return <NotFound />;
}

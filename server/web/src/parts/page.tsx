// What every page has: a heading that is also the document's title, where it stands, and its state.

import { useEffect, type ReactNode } from "react";

import type { NotAnswered } from "../ask";
import { Link } from "../route";

export interface Crumb {
  to: string;
  name: string;
}

interface PageProps {
  title: string;
  crumbs?: Crumb[];
  lead?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

export function Page({ title, crumbs = [], lead, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Cirrograph`;
  }, [title]);
  return (
    <>
      {crumbs.length > 0 && (
        <nav className="crumbs" aria-label="Where this is">
          {crumbs.map((crumb) => (
            <Link key={crumb.to} to={crumb.to}>
              {crumb.name}
            </Link>
          ))}
        </nav>
      )}
      <div className="title">
        <h1 tabIndex={-1}>{title}</h1>
        {actions && <div className="actions">{actions}</div>}
      </div>
      {lead && <div className="lead">{lead}</div>}
      {children}
    </>
  );
}

interface StateProps {
  asking: boolean;
  error: NotAnswered | undefined;
  again?: (() => void) | undefined;
}

/** Tell that something is on its way, or why it did not come. */
export function State({ asking, error, again }: StateProps) {
  return (
    <div className="state" role="status">
      {error ? (
        <p className="notice bad">
          {error.message}{" "}
          {again && (
            <button type="button" onClick={again}>
              Try again
            </button>
          )}
        </p>
      ) : (
        asking && <p className="waiting">Loading …</p>
      )}
    </div>
  );
}

export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="section" aria-label={title}>
      <div className="section-head">
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

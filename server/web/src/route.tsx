// Addresses: every page is a link that can be kept, sent and gone back to. Forty lines instead of a
// library, since there is one level of pages and nothing nested.

import {
  useSyncExternalStore,
  type AnchorHTMLAttributes,
  type MouseEvent,
  type ReactNode,
} from "react";

const MOVED = "cirrograph:moved";

export interface Place {
  path: string[];
  search: URLSearchParams;
}

export function go(to: string, replace = false): void {
  if (replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  dispatchEvent(new Event(MOVED));
  if (!replace) scrollTo(0, 0);
}

/** Set or drop parameters of the address without a new entry in the history. */
export function refine(
  changes: Record<string, string | null>,
  many: Record<string, string[]> = {},
): void {
  const search = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) search.set(name, value);
    else search.delete(name);
  }
  for (const [name, values] of Object.entries(many)) {
    for (const value of values) search.append(name, value);
  }
  const text = search.toString();
  go(location.pathname + (text ? `?${text}` : ""), true);
}

export function usePlace(): Place {
  const href = useSyncExternalStore(watch, () => location.pathname + location.search);
  const url = new URL(href, location.origin);
  const path = url.pathname.split("/").filter(Boolean).map(decoded);
  return { path, search: url.searchParams };
}

function watch(changed: () => void): () => void {
  addEventListener("popstate", changed);
  addEventListener(MOVED, changed);
  return () => {
    removeEventListener("popstate", changed);
    removeEventListener(MOVED, changed);
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Write an address: each part is one level, whatever signs it has. */
export function at(...parts: string[]): string {
  return `/${parts.map(encodeURIComponent).join("/")}`;
}

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  to: string;
  children: ReactNode;
}

export function Link({ to, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={to} onClick={follow} {...rest}>
      {children}
    </a>
  );
}

// GraphQL over HTTP: one function that asks, one that follows, and what React needs of both.
//
// Every request is a JSON POST with a header that no form and no foreign page can send. What was
// answered last is kept for a while, so that going back shows a page at once and renews it then.

import { useCallback, useEffect, useRef, useState } from "react";

export type Variables = Record<string, unknown>;

interface Answer<T> {
  data?: T | null;
  errors?: { message: string }[];
}

/** The server refused the question, or could not be reached; the message is for people. */
export class NotAnswered extends Error {
  readonly status: number;

  constructor(message: string, status = 0) {
    super(message);
    this.status = status;
  }
}

export const HEADERS = { "Content-Type": "application/json", "X-Cirrograph": "1" };
const KEPT = 60;
const kept = new Map<string, unknown>();

export async function ask<T>(
  query: string,
  variables: Variables = {},
  signal?: AbortSignal,
): Promise<T> {
  const response = await send(query, variables, "application/json", signal);
  const said = (await response.json().catch(() => ({}))) as Answer<T>;
  return checked(said, response.status);
}

async function send(
  query: string,
  variables: Variables,
  accept: string,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const body = JSON.stringify({ query, variables });
  try {
    return await fetch("/graphql", {
      method: "POST",
      headers: { ...HEADERS, Accept: accept },
      body,
      signal: signal ?? null,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new NotAnswered("The server cannot be reached.");
  }
}

function checked<T>(said: Answer<T>, status: number): T {
  if (said.errors?.length) {
    throw new NotAnswered(said.errors.map((e) => e.message).join(" "), status);
  }
  if (status === 401) throw new NotAnswered("Sign in to see this.", status);
  if (said.data == null) throw new NotAnswered(`The server answered with ${status}.`, status);
  return said.data;
}

export interface Asking<T> {
  data: T | undefined;
  error: NotAnswered | undefined;
  asking: boolean;
  again: () => void;
}

/** Ask, and ask anew when query or variables change; `null` for a query that is not due yet. */
export function useAsked<T>(query: string | null, variables: Variables = {}): Asking<T> {
  const key = query === null ? "" : JSON.stringify([query, variables]);
  const [state, setState] = useState<{ key: string; data?: T; error?: NotAnswered }>({ key: "" });
  const [asking, setAsking] = useState(query !== null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (query === null) return;
    const control = new AbortController();
    setAsking(true);
    ask<T>(query, JSON.parse(key)[1] as Variables, control.signal).then(
      (data) => {
        keep(key, data);
        setState({ key, data });
        setAsking(false);
      },
      (error: unknown) => {
        if (control.signal.aborted) return;
        const told = error instanceof NotAnswered ? error : new NotAnswered(String(error));
        setState({ key, error: told });
        setAsking(false);
      },
    );
    return () => control.abort();
  }, [key, query, turn]);
  const again = useCallback(() => setTurn((n) => n + 1), []);
  const now = state.key === key;
  const data = (now ? state.data : undefined) ?? (kept.get(key) as T | undefined);
  return { data, error: now ? state.error : undefined, asking, again };
}

function keep(key: string, data: unknown): void {
  kept.delete(key);
  kept.set(key, data);
  const oldest = kept.keys().next();
  if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
}

/** Forget what was answered: after a change, what is shown next is asked anew. */
export function forget(): void {
  kept.clear();
}

/** What can grow: pages one after the other, `more` asks for the next. */
export interface Paged<N> {
  rows: N[];
  total: number | undefined;
  more: (() => void) | undefined;
  asking: boolean;
  error: NotAnswered | undefined;
  again: () => void;
}

interface Connection<N> {
  nodes: N[];
  totalCount?: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export function usePages<N>(
  query: string | null,
  field: string,
  variables: Variables,
): Paged<N> {
  const first = useAsked<Record<string, Connection<N>>>(query, variables);
  const [later, setLater] = useState<{ of: unknown; pages: Connection<N>[] }>({ of: null, pages: [] });
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<NotAnswered>();
  const begin = first.data?.[field];
  const pages = begin ? [begin, ...(later.of === begin ? later.pages : [])] : [];
  const last = pages.at(-1);
  const busy = useRef(false);
  const more = () => {
    if (busy.current || query === null || !last) return;
    busy.current = true;
    setAsking(true);
    ask<Record<string, Connection<N>>>(query, { ...variables, after: last.pageInfo.endCursor })
      .then(
        (data) => {
          const page = data[field];
          if (page) setLater({ of: begin, pages: [...pages.slice(1), page] });
        },
        (failed: unknown) =>
          setError(failed instanceof NotAnswered ? failed : new NotAnswered(String(failed))),
      )
      .finally(() => {
        busy.current = false;
        setAsking(false);
      });
  };
  return {
    rows: pages.flatMap((page) => page.nodes),
    total: begin?.totalCount,
    more: last?.pageInfo.hasNextPage ? more : undefined,
    asking: asking || first.asking,
    error: error ?? first.error,
    again: first.again,
  };
}

/** Follow a subscription by server-sent events; returns what ends it. */
export function follow<T>(
  query: string,
  variables: Variables,
  next: (data: T) => void,
  end: (error?: NotAnswered) => void,
): () => void {
  const control = new AbortController();
  listen<T>(query, variables, next, control.signal).then(
    () => end(),
    (error: unknown) => {
      if (control.signal.aborted) return;
      end(error instanceof NotAnswered ? error : new NotAnswered(String(error)));
    },
  );
  return () => control.abort();
}

async function listen<T>(
  query: string,
  variables: Variables,
  next: (data: T) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await send(query, variables, "text/event-stream", signal);
  if (!response.ok || !response.body) {
    checked((await response.json().catch(() => ({}))) as Answer<T>, response.status);
    return;
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let held = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    held += value.replaceAll("\r\n", "\n");
    const events = held.split("\n\n");
    held = events.pop() ?? "";
    for (const event of events) {
      const lines = event.split("\n");
      if (lines.includes("event: complete")) return;
      const data = lines.filter((l) => l.startsWith("data:")).map((l) => l.slice(5)).join("\n");
      if (data.trim()) next(checked(JSON.parse(data) as Answer<T>, 200));
    }
  }
}

// Who is signed in, and how one signs in: asked once, since both load the page anew.

import { useEffect, useState } from "react";

import { HEADERS } from "./ask";

export interface SignIn {
  required: boolean;
  provider: string | null;
  token: boolean;
}
export interface Me {
  name?: string;
  everywhere?: string | null;
  on?: Record<string, string>;
  by?: string;
  signIn: SignIn;
}

let asked: Promise<Me | null> | undefined;

async function fetched(): Promise<Me | null> {
  const answer = await fetch("/me", { headers: { Accept: "application/json" } });
  const isJson = answer.headers.get("content-type")?.startsWith("application/json");
  return isJson ? ((await answer.json()) as Me) : null;
}

export function useMe(): Me | null {
  const [me, setMe] = useState<Me | null>(null);
  useEffect(() => {
    asked ??= fetched().catch(() => null);
    void asked.then(setMe);
  }, []);
  return me;
}

/** Whether buttons that change something are worth showing; the server decides in any case. */
export function useMayChange(): boolean {
  const me = useMe();
  if (me?.name === undefined) return true;
  return [me.everywhere, ...Object.values(me.on ?? {})].some((role) => role && role !== "viewer");
}

/** Begin a session with a token; throws with what the server says. */
export async function signInWith(token: string): Promise<void> {
  await posted("/login", { token });
}

export async function signOut(): Promise<void> {
  await posted("/logout", {});
}

async function posted(path: string, body: object): Promise<void> {
  const answer = await fetch(path, {
    method: "POST",
    headers: HEADERS,
    body: JSON.stringify(body),
  });
  if (answer.ok) return;
  const said = (await answer.json().catch(() => ({}))) as { errors?: { message: string }[] };
  throw new Error(said.errors?.[0]?.message ?? `The server answered with ${answer.status}.`);
}

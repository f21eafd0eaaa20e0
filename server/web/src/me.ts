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

export type Role = "viewer" | "operator" | "admin";
const ROLES: Role[] = ["viewer", "operator", "admin"]; // each may what those before it may

let asked: Promise<Me | null> | undefined;
let known: Me | null | undefined;

async function fetched(): Promise<Me | null> {
  const answer = await fetch("/me", { headers: { Accept: "application/json" } });
  const isJson = answer.headers.get("content-type")?.startsWith("application/json");
  return isJson ? ((await answer.json()) as Me) : null;
}

/** Who asks: undefined until it is known, null where the server cannot tell. */
export function useMe(): Me | null | undefined {
  const [me, setMe] = useState(known);
  useEffect(() => {
    asked ??= fetched().catch(() => null);
    void asked.then((found) => {
      known = found;
      setMe(found);
    });
  }, []);
  return me;
}

/** Whether a role is held on a connector, by its id; without one, on all of them. */
export type May = (role: Role, connector?: string | null) => boolean;

/** What is worth showing a button for; the server decides in any case. Nothing until it is known. */
export function useMay(): May {
  const me = useMe();
  return (role, connector) => {
    if (me === undefined) return false;
    if (me?.name === undefined) return true;
    const held = [me.everywhere, connector ? me.on?.[connector] : undefined];
    return held.some((one) => one && ROLES.indexOf(one as Role) >= ROLES.indexOf(role));
  };
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

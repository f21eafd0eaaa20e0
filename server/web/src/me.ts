// Who is signed in: asked once, since signing in and out loads the page anew.

import { useEffect, useState } from "react";

import { ask } from "./ask";
import ME from "./queries/me.graphql?raw";

export interface Me {
  name: string;
  role: string | null;
}

let asked: Promise<Me | null> | undefined;

export function useMe(): Me | null {
  const [me, setMe] = useState<Me | null>(null);
  useEffect(() => {
    asked ??= ask<{ me: Me | null }>(ME).then(
      (said) => said.me,
      () => null,
    );
    void asked.then(setMe);
  }, []);
  return me;
}

/** Whether buttons that change something are worth showing; the server decides in any case. */
export function useMayChange(): boolean {
  const me = useMe();
  return me === null || me.role !== "viewer";
}

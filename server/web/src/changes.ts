// Changes: each mutation answers with its success or with a mistake of the user's, which has a
// message. Whether somebody may do it is the server's to say; the page only hides what it knows.

import { ask, forget, NotAnswered, type Variables } from "./ask";

interface Done {
  __typename: string;
  message?: string;
  field?: string;
}

/** A mistake of the user's; `field` is the part of the input that does not fit, where one is to blame. */
export class Mistake extends NotAnswered {
  readonly field: string | undefined;

  constructor(message: string, field: string | undefined) {
    super(message);
    this.field = field;
  }
}

export async function change<T>(mutation: string, variables: Variables): Promise<T> {
  const said = await ask<Record<string, T & Done>>(mutation, variables);
  const done = Object.values(said)[0];
  if (!done) throw new NotAnswered("The server did not say what became of it.");
  if (done.message !== undefined) throw new Mistake(done.message, done.field);
  forget();
  return done;
}

// A dialog with a form that makes one change. What the server says of a field stands beside it, and
// that field gets the focus; whatever else it says stands above the buttons.

import { createContext, useContext, useEffect, useId, useRef, useState } from "react";
import type { FormEvent, ReactNode } from "react";

import type { Variables } from "../ask";
import { change, Mistake } from "../changes";
import { Dialog } from "./dialog";

interface Wrong {
  field: string | undefined;
  message: string;
}
const WrongHere = createContext<Wrong | undefined>(undefined);

/** What a form has been given, by the names of its fields. */
export interface Given {
  /** Without what stands around it. */
  text: (name: string) => string;
  /** The same, but nothing rather than an empty text. */
  optional: (name: string) => string | undefined;
  all: (name: string) => string[];
}

interface Props<T> {
  title: string;
  lead?: ReactNode;
  mutation: string;
  variables: (given: Given) => Variables;
  submit: string;
  close: () => void;
  done: (result: T) => void;
  children?: ReactNode;
}

export function ChangeDialog<T>(props: Props<T>) {
  const { title, lead, mutation, variables, submit, close, done, children } = props;
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState<Wrong>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const field = wrong?.field && form.current?.elements.namedItem(wrong.field);
    if (field instanceof HTMLElement) field.focus();
  }, [wrong]);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { elements } = event.currentTarget;
    setBusy(true);
    setWrong(undefined);
    change<T>(mutation, variables(given(event.currentTarget))).then(done, (error: Error) => {
      const named = error instanceof Mistake ? error.field : undefined;
      const field = named && elements.namedItem(named) ? named : undefined;
      setWrong({ field, message: error.message });
      setBusy(false);
    });
  };
  return (
    <Dialog title={title} close={close}>
      <form onSubmit={send} className="form" ref={form}>
        {lead && <div className="form-lead">{lead}</div>}
        <WrongHere.Provider value={wrong}>{children}</WrongHere.Provider>
        <p role="alert" className="form-said">
          {wrong && !wrong.field && wrong.message}
        </p>
        <div className="form-end">
          <button type="button" onClick={close}>
            Cancel
          </button>
          <button type="submit" className="primary" disabled={busy}>
            {submit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function given(form: HTMLFormElement): Given {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "").trim();
  return {
    text,
    optional: (name) => text(name) || undefined,
    all: (name) => data.getAll(name).map(String),
  };
}

/** What a field's own element takes: its name, and what ties it to its label and its messages. */
interface Own {
  id: string;
  name: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
}

export function Field({
  label,
  name,
  hint,
  children,
}: {
  label: string;
  name: string;
  hint?: ReactNode;
  children: (own: Own) => ReactNode;
}) {
  const id = useId();
  const wrong = useContext(WrongHere);
  const mine = wrong?.field === name ? wrong.message : undefined;
  const told = [hint ? `${id}hint` : "", mine ? `${id}wrong` : ""].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        name,
        "aria-invalid": mine === undefined ? undefined : true,
        "aria-describedby": told || undefined,
      })}
      {mine && (
        <p id={`${id}wrong`} className="field-wrong">
          {mine}
        </p>
      )}
      {hint && (
        <p id={`${id}hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}

/** Take something away, once somebody has said so twice. */
export function Removal({
  word = "Remove",
  what,
  name,
  lead,
  mutation,
  variables,
  done,
}: {
  word?: string;
  /** What kind of thing it is, and which one. */
  what: string;
  name: string;
  lead: ReactNode;
  mutation: string;
  variables: Variables;
  done: () => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)} aria-label={`${word} the ${what} ${name}`}>
        {word}
      </button>
      {open && (
        <ChangeDialog
          title={`${word} this ${what}?`}
          lead={
            <>
              <p>
                <b>{name}</b>
              </p>
              <p>{lead}</p>
            </>
          }
          mutation={mutation}
          variables={() => variables}
          submit={word}
          close={() => setOpen(false)}
          done={() => {
            setOpen(false);
            done();
          }}
        />
      )}
    </>
  );
}

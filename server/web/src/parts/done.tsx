import { useEffect, useState, type ReactNode } from "react";

export interface Done {
  /** Where it is told; it is empty until something is done. */
  said: ReactNode;
  /** Tell what was done, and ask for the list anew. */
  tell: (text: string) => void;
  /** The same, where the row that had the focus goes away: it goes on at the heading. */
  gone: (text: string) => void;
}

/** What was just done on a page, told where everybody sees and hears it. */
export function useDone(again: () => void): Done {
  const [text, setText] = useState("");
  const [lost, setLost] = useState(0);
  useEffect(() => {
    if (lost) document.querySelector("h1")?.focus();
  }, [lost]);
  const tell = (what: string) => {
    setText(what);
    again();
  };
  return {
    said: (
      <p role="status" className={text ? "notice" : "hidden"}>
        {text}
      </p>
    ),
    tell,
    gone: (what) => {
      tell(what);
      setLost((n) => n + 1);
    },
  };
}

import { useState } from "react";

/** A text to take away, with the button that takes it. */
export function Copied({ text, label }: { text: string; label: string }) {
  const [said, setSaid] = useState("");
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setSaid("Copied"),
      () => setSaid("Select the text and copy it by hand"),
    );
    setTimeout(() => setSaid(""), 2500);
  };
  return (
    <div className="copied">
      <pre tabIndex={0} aria-label={label}>
        {text}
      </pre>
      <div className="copied-end">
        <span role="status">{said}</span>
        <button type="button" onClick={copy} aria-label={`Copy: ${label}`}>
          Copy
        </button>
      </div>
    </div>
  );
}

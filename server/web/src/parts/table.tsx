// The table of a page that lists what was decided: its head, and a last column for what can be done.

import type { ReactNode } from "react";

interface Props {
  name: string;
  columns: string[];
  /** The column that holds sentences, if there is one: it takes a third of the width. */
  wide?: string;
  /** Whether each row ends with what changes it. */
  hasChanges?: boolean;
  children: ReactNode;
}

export function Table({ name, columns, wide, hasChanges = true, children }: Props) {
  return (
    <table className="wide">
      <caption className="hidden">{name}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={column === wide ? "third" : undefined}>
              {column}
            </th>
          ))}
          {hasChanges && (
            <th scope="col">
              <span className="hidden">Changes</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

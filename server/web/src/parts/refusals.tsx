// Calls that a cloud refused: those of whole listings, and those for single fields of what was listed.

import { count, spaced } from "../words";

export interface Refusal {
  call: string;
  permission: string;
  error: string;
  fields: string[];
  resources: number;
}

/** Refusals as the ledger keeps them, or none: it is JSON, so nothing is taken for granted. */
export function refusalsOf(said: unknown): Refusal[] {
  if (!Array.isArray(said)) return [];
  return said.filter((one): one is Refusal => typeof one === "object" && one !== null && "call" in one);
}

export function Refusals({ refusals }: { refusals: unknown }) {
  const all = refusalsOf(refusals);
  if (!all.length) return null;
  return (
    <ul className="values">
      {all.map((one) => (
        <li key={one.call + one.fields.join()}>
          <code>{one.call}</code> {one.error}: {lost(one)}
        </li>
      ))}
    </ul>
  );
}

export function lost({ fields, resources }: Refusal): string {
  return `${fields.map(spaced).join(", ")} of ${count(resources, "resource")}`;
}

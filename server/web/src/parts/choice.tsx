/** A filter with one value out of a few, or all of them. */
export function Choice({
  label,
  value,
  options,
  choose,
  all = "All",
}: {
  label: string;
  value: string | undefined;
  options: [string, string][];
  choose: (value: string | null) => void;
  all?: string;
}) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value ?? ""} onChange={(event) => choose(event.target.value || null)}>
        <option value="">{all}</option>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

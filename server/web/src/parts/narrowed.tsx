/** A filter that came with the address, and the way to drop it. */
export function Narrowed({ name, value, drop }: { name: string; value: string; drop: () => void }) {
  return (
    <span className="chip">
      {name}: {value}
      <button type="button" onClick={drop} aria-label={`Without ${name} ${value}`}>
        ×
      </button>
    </span>
  );
}

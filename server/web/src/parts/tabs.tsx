import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";

export interface Tab {
  name: string;
  body: ReactNode;
}

/** Tabs as the ARIA patterns have them: arrows move, only the chosen one is a tab stop. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label: string }) {
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = (chosen + step + tabs.length) % tabs.length;
    setChosen(next);
    (list.current?.children[next] as HTMLElement | undefined)?.focus();
  };
  return (
    <div className="tabs">
      <div role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map((tab, n) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            id={`${id}t${n}`}
            aria-controls={`${id}p${n}`}
            aria-selected={n === chosen}
            tabIndex={n === chosen ? 0 : -1}
            onClick={() => setChosen(n)}
          >
            {tab.name}
          </button>
        ))}
      </div>
      {tabs.map((tab, n) => (
        <div
          key={tab.name}
          role="tabpanel"
          id={`${id}p${n}`}
          aria-labelledby={`${id}t${n}`}
          hidden={n !== chosen}
        >
          <h3 className="print-only">{tab.name}</h3>
          {tab.body}
        </div>
      ))}
    </div>
  );
}

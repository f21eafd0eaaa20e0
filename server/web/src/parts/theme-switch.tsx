import { useState } from "react";

import { choose, chosen, THEMES, type Theme } from "../theme";

const NAMES: Record<Theme, string> = { system: "Automatic", light: "Light", dark: "Dark" };

export function ThemeSwitch() {
  const [theme, setTheme] = useState(chosen);
  return (
    <label className="theme">
      <span className="hidden">Colours</span>
      <select
        value={theme}
        onChange={(event) => {
          const next = event.target.value as Theme;
          choose(next);
          setTheme(next);
        }}
      >
        {THEMES.map((one) => (
          <option key={one} value={one}>
            {NAMES[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

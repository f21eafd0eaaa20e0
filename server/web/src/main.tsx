import { createRoot } from "react-dom/client";

import { App } from "./app";
import { restore } from "./theme";

import "./styles/base.css";
import "./styles/parts.css";
import "./styles/pages.css";
import "./styles/print.css";

restore();
const place = document.getElementById("page");
if (place) createRoot(place).render(<App />);

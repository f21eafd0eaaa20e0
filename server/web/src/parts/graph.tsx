// Resources and what ties them, drawn by Cytoscape. The picture is an extra: whatever it shows stands
// as text beside it, so it is hidden from screen readers and never in the way of the keyboard.
//
// The library is fetched only where a graph is. It would write a style element, which the page's
// policy forbids: styles/parts.css has that rule, and the element by its name is there already.

import type { Core, ElementDefinition, StylesheetJson } from "cytoscape";
import { useEffect, useRef, useState } from "react";

import { CHANGED } from "../theme";
import { kind } from "../words";

export interface GraphNode {
  uid: string;
  name: string;
  type: string;
  mark?: "subject" | "unseen" | undefined;
}
export interface GraphEdge {
  from: string;
  to: string;
  type: string;
  stale?: boolean | undefined;
}
interface Props {
  nodes: GraphNode[];
  edges: GraphEdge[];
  /** A chain is laid out from left to right, in the order of its nodes. */
  chain?: boolean;
  chosen?: string | undefined;
  choose?: (uid: string) => void;
  label: string;
}

const NEAREST = 1.15; // few nodes are not blown up to fill the box
const OWN_STYLE = "__________cytoscape_stylesheet";

export function Graph({ nodes, edges, chain = false, chosen, choose, label }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [core, setCore] = useState<Core>();
  const told = useRef(choose);
  told.current = choose;
  useEffect(() => {
    let made: Core | undefined;
    let gone = false;
    void import("cytoscape").then(({ default: cytoscape }) => {
      if (gone || !box.current) return;
      claimStyle();
      made = cytoscape({
        container: box.current,
        userZoomingEnabled: false,
        userPanningEnabled: matchMedia("(pointer: fine)").matches,
        boxSelectionEnabled: false,
        autoungrabify: false,
        maxZoom: 2,
        minZoom: 0.2,
      });
      made.on("tap", "node", (event) => told.current?.(event.target.id() as string));
      setCore(made);
    });
    return () => {
      gone = true;
      made?.destroy();
    };
  }, []);
  useEffect(() => {
    if (!core) return;
    const paint = () => core.style(styles());
    paint();
    const paper = matchMedia("print");
    addEventListener(CHANGED, paint);
    paper.addEventListener("change", paint);
    return () => {
      removeEventListener(CHANGED, paint);
      paper.removeEventListener("change", paint);
    };
  }, [core]);
  const drawn = JSON.stringify([nodes, edges]);
  useEffect(() => {
    if (!core) return;
    draw(core, nodes, edges, chain);
  }, [core, drawn, chain]);
  useEffect(() => {
    core?.nodes().removeClass("chosen");
    if (chosen) core?.getElementById(chosen).addClass("chosen");
  }, [core, chosen, drawn]);
  useEffect(() => {
    if (!core || !box.current) return;
    const watch = new ResizeObserver(() => {
      core.resize();
      if (chain) draw(core, nodes, edges, chain);
      else fitted(core);
    });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, [core, drawn, chain]);
  const zoom = (factor: number) => {
    if (!core) return;
    core.zoom({
      level: core.zoom() * factor,
      renderedPosition: { x: core.width() / 2, y: core.height() / 2 },
    });
  };
  return (
    <figure className={chain ? "graph chain" : "graph"}>
      <div ref={box} className="graph-box" aria-hidden="true" />
      <div className="graph-tools">
        <button type="button" onClick={() => zoom(1.3)} aria-label="Larger" title="Larger">
          +
        </button>
        <button type="button" onClick={() => zoom(1 / 1.3)} aria-label="Smaller" title="Smaller">
          −
        </button>
        <button type="button" onClick={() => core && fitted(core)} title="Show all of it">
          All
        </button>
      </div>
      <figcaption className="hidden">{label}</figcaption>
    </figure>
  );
}

function claimStyle(): void {
  if (document.getElementById(OWN_STYLE)) return;
  const mark = document.createElement("meta");
  mark.id = OWN_STYLE;
  document.head.append(mark);
}

function draw(core: Core, nodes: GraphNode[], edges: GraphEdge[], chain: boolean): void {
  const wide = core.width() > 520;
  const kept = new Set(core.nodes().map((n) => n.id()));
  const wanted = elements(nodes, edges);
  const fresh = !kept.size || chain;
  core.batch(() => {
    core.nodes().removeClass("above right");
    const ids = new Set(wanted.map((e) => e.data.id));
    core.elements().filter((e) => !ids.has(e.id())).remove();
    for (const element of wanted) {
      if (element.data.id && core.getElementById(element.data.id).empty()) {
        core.add({ ...element, ...beside(core, element, edges) });
      }
    }
  });
  if (chain) {
    // labels stand away from the edges: above the upper nodes, below the lower ones
    if (wide) nodes.forEach((node, n) => n % 2 || core.getElementById(node.uid).addClass("above"));
    else nodes.forEach((node) => core.getElementById(node.uid).addClass("right"));
    core
      .layout({
        name: "preset",
        positions: Object.fromEntries(
          nodes.map((node, n) => [
            node.uid,
            wide ? { x: n * 150, y: (n % 2) * 40 } : { x: (n % 2) * 30, y: n * 84 },
          ]),
        ),
        fit: false,
      })
      .run();
    fitted(core);
    return;
  }
  core
    .layout({
      name: "cose",
      animate: false,
      randomize: fresh,
      fit: false,
      nodeRepulsion: () => 200000,
      idealEdgeLength: () => 130,
      nodeOverlap: 30,
      numIter: fresh ? 1000 : 500,
    })
    .run();
  fitted(core);
}

function fitted(core: Core): void {
  core.fit(undefined, 28);
  if (core.zoom() <= NEAREST) return;
  core.zoom(NEAREST);
  core.center();
}

/** A new node begins near one it is tied to, so that the picture grows and does not jump. */
function beside(core: Core, element: ElementDefinition, edges: GraphEdge[]): object {
  const id = element.data.id;
  const edge = edges.find((e) => e.from === id || e.to === id);
  if (!edge || "source" in element.data) return {};
  const other = core.getElementById(edge.from === id ? edge.to : edge.from);
  if (other.empty()) return {};
  const { x, y } = other.position();
  const turn = (core.nodes().length * 137.5 * Math.PI) / 180;
  return { position: { x: x + 90 * Math.cos(turn), y: y + 90 * Math.sin(turn) } };
}

function elements(nodes: GraphNode[], edges: GraphEdge[]): ElementDefinition[] {
  const known = new Set(nodes.map((n) => n.uid));
  return [
    ...nodes.map((node) => ({
      data: {
        id: node.uid,
        label: `${shortened(node.name)}\n${node.type === "UnseenResource" ? "not inventoried" : kind(node.type)}`,
      },
      classes: node.mark ?? "",
    })),
    ...edges
      .filter((edge) => known.has(edge.from) && known.has(edge.to))
      .map((edge) => ({
        data: {
          id: `${edge.from} ${edge.type} ${edge.to}`,
          source: edge.from,
          target: edge.to,
          label: edge.type,
        },
        classes: edge.stale ? "stale" : "",
      })),
  ];
}

function shortened(name: string): string {
  return name.length > 26 ? `${name.slice(0, 24)}…` : name;
}

function styles(): StylesheetJson {
  const css = getComputedStyle(document.documentElement);
  const colour = (name: string) => css.getPropertyValue(`--${name}`).trim();
  return [
    {
      selector: "node",
      style: {
        "background-color": colour("node"),
        "border-color": colour("accent"),
        "border-width": 1.5,
        width: 26,
        height: 26,
        label: "data(label)",
        color: colour("ink"),
        "font-family": "system-ui, sans-serif",
        "font-size": 11,
        "text-wrap": "wrap",
        "text-valign": "bottom",
        "text-margin-y": 5,
        "text-background-color": colour("surface"),
        "text-background-opacity": 0.85,
        "text-background-padding": "2px",
      },
    },
    {
      selector: "node.subject",
      style: { "background-color": colour("accent"), width: 34, height: 34 },
    },
    { selector: "node.unseen", style: { "border-style": "dashed", "border-color": colour("soft") } },
    { selector: "node.above", style: { "text-valign": "top", "text-margin-y": -5 } },
    {
      selector: "node.right",
      style: { "text-valign": "center", "text-halign": "right", "text-margin-x": 6, "text-margin-y": 0 },
    },
    { selector: "node.chosen", style: { "border-width": 4 } },
    {
      selector: "edge",
      style: {
        width: 1.5,
        "line-color": colour("line"),
        "target-arrow-color": colour("line"),
        "target-arrow-shape": "triangle",
        "curve-style": "bezier",
        label: "data(label)",
        "font-size": 8.5,
        "font-family": "system-ui, sans-serif",
        color: colour("soft"),
        "text-rotation": "autorotate",
        "text-background-color": colour("surface"),
        "text-background-opacity": 0.9,
        "text-background-padding": "2px",
      },
    },
    { selector: "edge.stale", style: { "line-style": "dashed" } },
  ];
}

// Links to the server's exports: files to save, streamed, for whoever may see what is in them.

export interface ExportLink {
  format: string;
  url: string;
}

const NAMES: Record<string, [string, string]> = {
  html: ["HTML", "One file to read, send and print"],
  json: ["JSON", "For scripts and auditors"],
  csv: ["CSV", "For spreadsheets"],
  ocsf: ["OCSF", "OCSF 1.5 events, for security lakes and SIEMs"],
  sarif: ["SARIF", "SARIF 2.1.0, for viewers and pipelines"],
};

export function Exports({ links, of }: { links: ExportLink[]; of: string }) {
  return (
    <div className="exports">
      <span id="exports-of">Export {of}</span>
      <ul aria-labelledby="exports-of">
        {links.map(({ format, url }) => {
          const [name, use] = NAMES[format] ?? [format, ""];
          return (
            <li key={format}>
              <a href={url} download="" title={use}>
                {name}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

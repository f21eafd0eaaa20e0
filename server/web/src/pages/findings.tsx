import { usePages } from "../ask";
import { Choice } from "../parts/choice";
import { Exports } from "../parts/exports";
import { FindingList, More, type FindingRow } from "../parts/findings";
import { Narrowed } from "../parts/narrowed";
import { Page, State } from "../parts/page";
import FINDINGS from "../queries/findings.graphql?raw";
import { refine } from "../route";
import { count, SEVERITIES, short, STATUSES, word } from "../words";

export function Findings({ search }: { search: URLSearchParams }) {
  const given = (name: string) => search.get(name) || undefined;
  const control = given("control");
  const connector = given("connector");
  const uid = given("uid");
  const found = usePages<FindingRow>(FINDINGS, "findings", {
    connector,
    control,
    severity: given("severity"),
    status: given("status"),
    uid,
  });
  return (
    <Page
      title="Findings"
      lead="Failures, what was waived, and what could not be evaluated, as of now."
    >
      <div className="filters">
        <Choice
          label="Status"
          value={given("status")}
          options={STATUSES.map((s) => [s, word(s)])}
          choose={(status) => refine({ status })}
        />
        <Choice
          label="Severity"
          value={given("severity")}
          options={SEVERITIES.map((s) => [s, s])}
          choose={(severity) => refine({ severity })}
        />
        {control && <Narrowed name="Control" value={control} drop={() => refine({ control: null })} />}
        {connector && (
          <Narrowed name="Connector" value={connector} drop={() => refine({ connector: null })} />
        )}
        {uid && <Narrowed name="Resource" value={short(uid)} drop={() => refine({ uid: null })} />}
        <output className="total">
          {found.total !== undefined && count(found.total, "finding")}
        </output>
      </div>
      <State asking={found.asking && !found.rows.length} error={found.error} again={found.again} />
      <FindingList rows={found.rows} />
      {found.total === 0 && <p className="empty">Nothing is found with these filters.</p>}
      <More more={found.more} asking={found.asking} />
      {found.total !== undefined && found.total > 0 && !uid && (
        <Exports links={exportsOf(search)} of="all of these" />
      )}
    </Page>
  );
}

const FORMATS = ["json", "csv", "ocsf", "sarif"];
const FILTERS = ["connector", "control", "severity", "status"]; // that exports have, too

function exportsOf(search: URLSearchParams) {
  const filters = new URLSearchParams([...search].filter(([name]) => FILTERS.includes(name)));
  const text = filters.size ? `?${filters}` : "";
  return FORMATS.map((format) => ({ format, url: `/export/findings.${format}${text}` }));
}

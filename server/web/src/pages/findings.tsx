import { usePages } from "../ask";
import { Choice } from "../parts/choice";
import { FindingList, More, type FindingRow } from "../parts/findings";
import { Page, State } from "../parts/page";
import FINDINGS from "../queries/findings.graphql?raw";
import { refine } from "../route";
import { count, SEVERITIES, STATUSES, word } from "../words";

export function Findings({ search }: { search: URLSearchParams }) {
  const given = (name: string) => search.get(name) || undefined;
  const control = given("control");
  const connector = given("connector");
  const found = usePages<FindingRow>(FINDINGS, "findings", {
    connector,
    control,
    severity: given("severity"),
    status: given("status"),
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
        {control && <Dropped name="Control" value={control} drop={() => refine({ control: null })} />}
        {connector && (
          <Dropped name="Connector" value={connector} drop={() => refine({ connector: null })} />
        )}
        <output className="total">
          {found.total !== undefined && count(found.total, "finding")}
        </output>
      </div>
      <State asking={found.asking && !found.rows.length} error={found.error} again={found.again} />
      <FindingList rows={found.rows} />
      {found.total === 0 && <p className="empty">Nothing is found with these filters.</p>}
      <More more={found.more} asking={found.asking} />
    </Page>
  );
}

function Dropped({ name, value, drop }: { name: string; value: string; drop: () => void }) {
  return (
    <span className="chip">
      {name}: {value}
      <button type="button" onClick={drop} aria-label={`Without ${name} ${value}`}>
        ×
      </button>
    </span>
  );
}

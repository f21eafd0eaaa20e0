import { Page } from "../parts/page";
import { Link } from "../route";

export function NotFound() {
  return (
    <Page title="There is no such page">
      <p>
        The address names none. <Link to="/">Go to the mandates</Link>.
      </p>
    </Page>
  );
}

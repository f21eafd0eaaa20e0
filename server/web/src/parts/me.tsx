import { useMe } from "../me";

/** Who is signed in, and the way out; nothing where one person works on loopback. */
export function WhoAmI() {
  const me = useMe();
  if (!me || me.name === "local") return null;
  return (
    <span className="me">
      <span className="me-name">{me.name}</span>
      <a href="/logout">Sign out</a>
    </span>
  );
}

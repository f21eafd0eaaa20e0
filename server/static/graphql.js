"use strict";
// A page to try GraphQL. It asks only the server it came from, and writes text, never markup.

const EXAMPLES = {
  "Failed findings": `{
  findings(status: FAIL, first: 20) {
    totalCount
    nodes {
      severity
      control { title }
      resource {
        __typename
        uid
        relationships(first: 10) { type direction other { uid } }
      }
      evidence
      remediation { cli }
    }
  }
}`,
  "Connectors and what was not read": `{
  connectors {
    name
    state
    lastError
    units(first: 50, state: "unread") { type region call error }
  }
}`,
  "Buckets by tag": `{
  awsS3Buckets(first: 50, where: { tags: [{ key: "env", value: "prod" }] }) {
    totalCount
    nodes { name region versioning kmsKey { uid ... on AwsKmsKey { isRotated } } }
    pageInfo { hasNextPage endCursor }
  }
}`,
  "A mandate's requirements": `{
  mandates {
    id
    title
    requirements { number title requirements { number title controls { id } } }
  }
}`,
};
const TYPES = `{ __schema { types { name kind description
  fields { name description args { name description type { ...T } } type { ...T } }
  inputFields { name description type { ...T } }
  enumValues { name description } possibleTypes { name } } } }
fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`;

const at = (id) => document.getElementById(id);
const make = (tag, text, kind) => {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (kind) made.className = kind;
  return made;
};
let types = new Map();

async function ask(query, variables) {
  const answer = await fetch("/graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Cirrograph": "1" },
    body: JSON.stringify({ query, variables }),
  });
  return answer.json();
}

async function run() {
  const shown = at("answer");
  const began = performance.now();
  let said;
  try {
    const variables = JSON.parse(at("variables").value || "{}");
    said = await ask(at("query").value, variables);
  } catch (error) {
    said = { errors: [{ message: String(error.message || error) }] };
  }
  at("took").textContent = `${Math.round(performance.now() - began)} ms`;
  shown.classList.toggle("bad", Boolean(said.errors));
  shown.textContent = JSON.stringify(said, null, 2);
}

function named(type) {
  return type.kind === "NON_NULL" || type.kind === "LIST" ? named(type.ofType) : type.name;
}

function written(type) {
  if (type.kind === "NON_NULL") return `${written(type.ofType)}!`;
  return type.kind === "LIST" ? `[${written(type.ofType)}]` : type.name;
}

function link(type) {
  const button = make("button", written(type), "type");
  button.type = "button";
  button.addEventListener("click", () => show(named(type)));
  return button;
}

function entry(list, field) {
  const term = make("dt", field.name);
  if (field.args && field.args.length) {
    term.append("(", field.args.map((a) => `${a.name}: ${written(a.type)}`).join(", "), ")");
  }
  if (field.type) term.append(": ", link(field.type));
  list.append(term, make("dd", field.description || ""));
}

function show(name) {
  const type = types.get(name);
  const place = at("docs");
  place.replaceChildren();
  if (!type) return;
  if (name !== "Query") {
    const back = make("button", "Query", "type");
    back.type = "button";
    back.addEventListener("click", () => show("Query"));
    place.append("← ", back);
  }
  place.append(make("h3", name), make("p", type.description || ""));
  const list = make("dl");
  for (const field of type.fields || type.inputFields || type.enumValues || []) entry(list, field);
  place.append(list);
  place.scrollTop = 0;
}

function find() {
  const wanted = at("find").value.trim().toLowerCase();
  if (!wanted) return show("Query");
  const place = at("docs");
  const list = make("dl");
  for (const [name, type] of types) {
    if (name.startsWith("__")) continue;
    if (name.toLowerCase().includes(wanted)) {
      entry(list, { name: "type", type: { kind: "OBJECT", name }, description: type.description });
    }
    for (const field of type.fields || []) {
      if (list.childElementCount < 120 && field.name.toLowerCase().includes(wanted)) {
        entry(list, { ...field, name: `${name}.${field.name}`, args: [] });
      }
    }
  }
  place.replaceChildren(list.childElementCount ? list : make("p", "Nothing is called so."));
}

for (const name of Object.keys(EXAMPLES)) at("examples").append(new Option(name));
at("examples").addEventListener("change", (event) => {
  at("query").value = EXAMPLES[event.target.value];
});
at("query").value = Object.values(EXAMPLES)[0];
at("run").addEventListener("click", run);
at("find").addEventListener("input", find);
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});
ask(TYPES, {}).then((said) => {
  if (!said.data) return;
  types = new Map(said.data.__schema.types.map((type) => [type.name, type]));
  show("Query");
});
if (new URLSearchParams(location.search).has("run")) run();

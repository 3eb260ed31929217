import { writeFile } from "node:fs/promises";
import createClient from "openapi-fetch";
import type { components, paths } from "./obj/pricing.js";

// The main job with a generated client: npm start -- http://localhost:5080
const pricing = createClient<paths, "application/json" | "application/problem+json">({
  baseUrl: process.argv[2] ?? "http://localhost:5080",
  headers: { Accept: "application/json" }, // with a key: "X-API-Key": key
});

const id = got(await pricing.POST("/api/v1/demo")).id;
const at = { path: { id } };
const read = await pricing.GET("/api/v1/engagements/{id}", { params: at });
const before = got(await pricing.GET("/api/v1/engagements/{id}/comparison", { params: at }));
const change = { changes: [{ path: "/assets/0/quantity", value: 120 }] };
const changed = await pricing.PATCH("/api/v1/engagements/{id}/document", { params: { ...at, header: { "If-Match": etag(read) } }, body: change });
const after = got(await pricing.GET("/api/v1/engagements/{id}/comparison", { params: at }));
after.structures.forEach((now, i) => console.log(`${now.type}: ${money(before.structures[i]?.expectedFee)} -> ${money(now.expectedFee)} ${after.currency}`));
const proposal = await pricing.GET("/api/v1/engagements/{id}/proposal.pdf", { params: { ...at, query: { lang: "en" } }, parseAs: "arrayBuffer" });
const workbook = await pricing.GET("/api/v1/engagements/{id}/workbook.xlsx", { params: { ...at, query: { lang: "de" } }, parseAs: "arrayBuffer" });
await save("proposal.pdf", got(proposal));
await save("workbook.xlsx", got(workbook));

const client = got(await pricing.POST("/api/v1/clients", { body: { name: "Musterkunde AG", country: "DE" } }));
console.log(`client: ${client.name}, ${client.currency}, version ${client.version}`);

// A document that is read and sent back loses nothing; its fee structures are a union that type tells apart.
const engagement = got(changed);
const revised = await pricing.PUT("/api/v1/engagements/{id}", {
  params: { ...at, header: { "If-Match": etag(changed) } },
  body: { document: engagement.document, stage: "proposal", offer: engagement.offer },
});
const same = got(await pricing.GET("/api/v1/engagements/{id}/comparison", { params: at }));
console.log(`sent back: ${got(revised).stage}, ${total(same)}`);
console.log(`before that: ${total(after)}`);

// A trial stores nothing and answers with what would be.
const trial = got(await pricing.POST("/api/v1/clients", { params: { query: { validateOnly: true } }, body: { name: "Probekunde AG" } }));
const stored = got(await pricing.GET("/api/v1/clients", { params: { query: { search: trial.name } } }));
console.log(`trial: ${trial.name}, ${stored.items.length} stored`);

const refused = await pricing.POST("/api/v1/clients", { body: { name: "", country: "Germany" } });
console.log(`${refused.response.status}: ${refused.error?.errors?.map((fault) => fault.pointer).join(", ")}`);

const stale = await pricing.PATCH("/api/v1/engagements/{id}/document", { params: { ...at, header: { "If-Match": etag(read) } }, body: change });
console.log(`${stale.response.status}: ${stale.error?.type}, now ${stale.error?.currentETag}`);

function got<T>(answer: { data?: T; error?: components["schemas"]["Problem"]; response: Response }): T {
  if (answer.data === undefined) throw new Error(`${answer.response.status} ${answer.error?.detail}`);
  return answer.data;
}

function etag(answer: { response: Response }): string {
  return answer.response.headers.get("ETag") ?? "";
}

async function save(name: string, bytes: ArrayBuffer): Promise<void> {
  const path = new URL(name, import.meta.url).pathname;
  await writeFile(path, Buffer.from(bytes));
  console.log(`${name}: ${path}`);
}

// Numbers are doubles here: good to show, not to add up cents with.
function money(amount: number | null | undefined): string {
  return amount == null ? "" : amount.toFixed(2);
}

function total(comparison: components["schemas"]["ComparisonResult"]): string {
  return money(comparison.structures.reduce((sum, structure) => sum + (structure.expectedFee ?? 0), 0));
}

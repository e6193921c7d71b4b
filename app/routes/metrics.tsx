import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMetricsReader } from "../web/require-metrics-reader.server.ts";

/** Figures for a monitoring system, in the Prometheus text format. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  requireMetricsReader(context, request);
  const { text, contentType } = await context.deps.metrics.read();
  return new Response(text, { headers: { "Content-Type": contentType } });
}

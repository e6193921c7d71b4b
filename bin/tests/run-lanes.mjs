/**
 * Runs steps in lanes: the steps of a lane one after another, the lanes side by side. A step that throws has failed.
 *
 * @param {readonly (readonly string[])[]} lanes names of steps
 * @param {(step: string) => Promise<{ passed: number, failed: number }>} run
 * @returns {Promise<{ passed: number, failed: number }>} the sum of all
 */
export async function runLanes(lanes, run) {
  const total = { passed: 0, failed: 0 };
  await Promise.all(
    lanes.map(async (lane) => {
      for (const step of lane) {
        const startedAt = performance.now();
        const { passed, failed } = await settleStep(step, run);
        total.passed += passed;
        total.failed += failed;
        console.log(`${failed > 0 ? "✗" : "✓"} ${step}: ${passed} passed, ${failed} failed (${Math.round((performance.now() - startedAt) / 1000)} s)`);
      }
    }),
  );
  return total;
}

async function settleStep(step, run) {
  try {
    return await run(step);
  } catch (error) {
    console.log(`${step} broke: ${error instanceof Error ? error.stack : String(error)}`);
    return { passed: 0, failed: 1 };
  }
}

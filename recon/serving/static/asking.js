// Questions to recon: one at a time of a kind, and of those that wait only the newest.

/** A function that asks `path` with what it is given; `done` gets the newest answer, `failed` words. An answer that is not
 *  the newest any more is called off once it has taken `patience` milliseconds, which costs recon a process. */
export function asking(path, patience, done, failed) {
  let running = null;
  let next = null;

  async function run() {
    while (next !== null) {
      const given = next;
      next = null;
      running = { stop: new AbortController(), since: performance.now() };
      try {
        const answer = await post(path, given, running.stop.signal);
        if (next === null) done(await answer.json(), given);
      } catch (error) {
        if (next === null && error.name !== "AbortError") failed(error.message);
      }
    }
    running = null;
  }

  return (given) => {
    next = given;
    if (running === null) run();
    else if (performance.now() - running.since > patience) running.stop.abort();
  };
}

/** Post a value as JSON; throws an Error whose message is for the reader. */
export async function post(path, value, signal) {
  const body = JSON.stringify(value);
  const most = Number(document.body.dataset.size);
  if (body.length > most || new Blob([body]).size > most) {
    throw new Error(`More than ${most / 1e6} MB of text. recon reconcile reads any number of articles from a folder.`);
  }
  let answer;
  try {
    answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body, signal });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Error("recon does not answer. Is it still running in its terminal?");
  }
  if (!answer.ok) {
    const told = await answer.json().catch(() => ({ error: `status ${answer.status}` }));
    throw new Error(`recon: ${told.error}`);
  }
  return answer;
}

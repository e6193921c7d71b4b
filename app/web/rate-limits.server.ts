import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

export interface RateLimits {
  /** Counts a try to sign in. Null: go on; else the seconds to wait. */
  countSignIn(try_: { account: string; address: string }): Promise<number | null>;
  /** A success makes the account's earlier tries good. */
  forgiveSignIn(account: { account: string }): Promise<void>;
  /** Counts a new account from an address. Null: go on; else the seconds to wait. */
  countSignUp(address: string): Promise<number | null>;
  /** Counts a read of a calendar by the hash of its key. Null: go on; else the seconds to wait. */
  countFeedRead(keyHash: string): Promise<number | null>;
  /** Counts a calendar's key that fits nobody, from an address. Null: go on; else the seconds to wait. */
  countFeedGuess(address: string): Promise<number | null>;
  /** Counts a look at a certificate by its code, from an address. Null: go on; else the seconds to wait. */
  countCertificateRead(address: string): Promise<number | null>;
  /** Counts somebody's download of all their work. Null: go on; else the seconds to wait. */
  countExport(userId: string): Promise<number | null>;
}

export const SIGN_IN_TRIES = { perAccount: 10, perAddress: 100, windowS: 15 * 60 } as const;
/** Calendar programs ask a few times an hour; many people's programs ask from the same few addresses. */
export const FEED_READS = { perKey: 60, windowS: 60 * 60 } as const;
export const FEED_GUESSES = { perAddress: 30, windowS: 15 * 60 } as const;
/** An office behind one address may verify many; whoever guesses gets nowhere with 144 bits. */
export const CERTIFICATE_READS = { perAddress: 300, windowS: 15 * 60 } as const;
export const EXPORTS = { perUser: 6, windowS: 60 * 60 } as const;
export const SIGN_UP_TRIES = { perAddress: 100, windowS: 60 * 60 } as const;

/** Counters in this process: a restart forgets them, which an attacker cannot cause. */
export function createRateLimits(): RateLimits {
  const byAccount = new RateLimiterMemory({ points: SIGN_IN_TRIES.perAccount, duration: SIGN_IN_TRIES.windowS });
  const byAddress = new RateLimiterMemory({ points: SIGN_IN_TRIES.perAddress, duration: SIGN_IN_TRIES.windowS });
  const signUps = new RateLimiterMemory({ points: SIGN_UP_TRIES.perAddress, duration: SIGN_UP_TRIES.windowS });
  const feedReads = new RateLimiterMemory({ points: FEED_READS.perKey, duration: FEED_READS.windowS });
  const feedGuesses = new RateLimiterMemory({ points: FEED_GUESSES.perAddress, duration: FEED_GUESSES.windowS });
  const certificateReads = new RateLimiterMemory({ points: CERTIFICATE_READS.perAddress, duration: CERTIFICATE_READS.windowS });
  const exports = new RateLimiterMemory({ points: EXPORTS.perUser, duration: EXPORTS.windowS });
  return {
    countSignIn: async ({ account, address }) => (await take(byAddress, address)) ?? (await take(byAccount, account)),
    forgiveSignIn: async ({ account }) => {
      await byAccount.delete(account);
    },
    countSignUp: (address) => take(signUps, address),
    countFeedRead: (keyHash) => take(feedReads, keyHash),
    countFeedGuess: (address) => take(feedGuesses, address),
    countCertificateRead: (address) => take(certificateReads, address),
    countExport: (userId) => take(exports, userId),
  };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
    throw refusal;
  }
}

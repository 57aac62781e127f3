import {
  isGrpcServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import type { Refusal } from '../../cases/index.ts';
import { isRefusal } from '../../cases/index.ts';
import { RUN_BEHIND } from '../../workflows/contract.ts';

/** gRPC codes that say nothing about the command: the engine is away, overloaded, or did not answer in time. */
const AWAY = new Set([1, 4, 8, 14]); // CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, UNAVAILABLE
/** gRPC codes by which a run says that it cannot be asked: it ended before its first task, or was never there. */
const FAILED_PRECONDITION = 9;
const CANNOT_TELL = new Set([3, 5, FAILED_PRECONDITION]); // INVALID_ARGUMENT, NOT_FOUND, FAILED_PRECONDITION

/** The gRPC code of an error or of what it wraps; null when there is none. */
const codeOf = (error: unknown): number | null => {
  if (isGrpcServiceError(error)) return error.code;
  return error instanceof Error && error.cause !== undefined && error.cause !== error
    ? codeOf(error.cause)
    : null;
};

/** The engine gave no answer; whether the command was carried out is not known. Asking again with the same id tells. */
export const isAway = (error: unknown): boolean =>
  error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || AWAY.has(codeOf(error) ?? -1);

/** No open execution of this id: never started, ended, or lost with the engine's store. */
export const isGone = (error: unknown): boolean => error instanceof WorkflowNotFoundError;

/** The run knows nothing that the record does not. */
export const knowsNothing = (error: unknown): boolean =>
  isGone(error) || CANNOT_TELL.has(codeOf(error) ?? -1);

/** An open run that cannot be asked, for no worker has held it yet. */
export const isAsleep = (error: unknown): boolean => codeOf(error) === FAILED_PRECONDITION;

/** The run knows less than the record: it did nothing, and must not go on. */
export const isBehind = (error: unknown): boolean =>
  error instanceof WorkflowUpdateFailedError &&
  error.cause instanceof ApplicationFailure &&
  error.cause.type === RUN_BEHIND;

/** The decider's refusal inside a failed Update, or null when the failure is another. */
export const refusalIn = (error: unknown): Refusal | null => {
  if (!(error instanceof WorkflowUpdateFailedError)) return null;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure)) return null;
  const detail = cause.details?.[0];
  return isRefusal(detail) ? detail : null;
};

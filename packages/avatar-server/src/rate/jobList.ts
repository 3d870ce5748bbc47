/** A place in a {@link JobList}; a job carries its own so that leaving the middle costs nothing. */
export interface JobPlace<Job> {
  readonly job: Job
  list: JobList<Job> | undefined
  newer: JobPlace<Job> | undefined
  older: JobPlace<Job> | undefined
}

/** A doubly linked list from newest to oldest. */
export class JobList<Job> {
  #newest: JobPlace<Job> | undefined
  #oldest: JobPlace<Job> | undefined
  #size = 0

  get size(): number {
    return this.#size
  }

  get newest(): JobPlace<Job> | undefined {
    return this.#newest
  }

  get oldest(): JobPlace<Job> | undefined {
    return this.#oldest
  }

  /** Adds a job as the newest, or right behind `after` when that place is still in this list. */
  add(job: Job, after?: JobPlace<Job>): JobPlace<Job> {
    const newer = after?.list === this ? after : undefined
    const older = newer === undefined ? this.#newest : newer.older
    const place: JobPlace<Job> = { job, list: this, newer, older }
    if (newer === undefined) this.#newest = place
    else newer.older = place
    if (older === undefined) this.#oldest = place
    else older.newer = place
    this.#size += 1
    return place
  }

  remove(place: JobPlace<Job>): void {
    if (place.list !== this) return
    if (place.newer === undefined) this.#newest = place.older
    else place.newer.older = place.older
    if (place.older === undefined) this.#oldest = place.newer
    else place.older.newer = place.newer
    place.list = undefined
    this.#size -= 1
  }
}

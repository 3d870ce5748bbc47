import { JobList, type JobPlace } from './jobList.js'

/** What the queue must know of a job. */
export interface QueuedJob {
  /** Who asked. Subjects take turns. */
  readonly subject: string
  /** Jobs of one request keep their order; a newer request goes first. */
  readonly request: object | undefined
  /** Nobody waits for it: it runs when nothing else does, and is dropped first. */
  readonly background: boolean
}

interface Line<Job> {
  readonly jobs: JobList<Job>
  turns: number
  lastRequest: object | undefined
  lastPlace: JobPlace<Job> | undefined
}

/**
 * A bounded queue that is fair between subjects (round-robin) and serves, within one subject, the newest request
 * first (what a person looks at now) with every third turn for the oldest (so that nothing starves).
 */
export class FairQueue<Job extends QueuedJob> {
  readonly #maxJobs: number
  readonly #lines = new Map<string, Line<Job>>()
  readonly #background = new JobList<Job>()
  readonly #places = new Map<Job, JobPlace<Job>>()

  constructor(maxJobs: number) {
    this.#maxJobs = maxJobs
  }

  get size(): number {
    return this.#places.size
  }

  get backgroundSize(): number {
    return this.#background.size
  }

  /**
   * Adds a job. Returns the job that lost its place: none, a background job, one of the subject with the most jobs,
   * or `job` itself when nobody has more than its own subject.
   */
  add(job: Job): Job | undefined {
    const dropped = this.size < this.#maxJobs ? undefined : this.#makeRoom(job)
    if (dropped === job) return job
    this.#places.set(job, job.background ? this.#background.add(job) : this.#addToLine(job))
    return dropped
  }

  #addToLine(job: Job): JobPlace<Job> {
    let line = this.#lines.get(job.subject)
    if (line === undefined) {
      line = { jobs: new JobList(), turns: 0, lastRequest: undefined, lastPlace: undefined }
      this.#lines.set(job.subject, line)
    }
    const after = job.request !== undefined && line.lastRequest === job.request ? line.lastPlace : undefined
    line.lastRequest = job.request
    line.lastPlace = line.jobs.add(job, after)
    return line.lastPlace
  }

  #makeRoom(newcomer: Job): Job {
    const background = this.#background.oldest
    if (background !== undefined && !newcomer.background) return this.#drop(background)
    if (newcomer.background) return newcomer
    let longest: Line<Job> | undefined
    for (const line of this.#lines.values()) {
      if (longest === undefined || line.jobs.size > longest.jobs.size) longest = line
    }
    const own = this.#lines.get(newcomer.subject)?.jobs.size ?? 0
    const victim = longest === undefined || own >= longest.jobs.size ? undefined : longest.jobs.oldest
    return victim === undefined ? newcomer : this.#drop(victim)
  }

  #drop(place: JobPlace<Job>): Job {
    this.remove(place.job)
    return place.job
  }

  /** The job whose turn it is, taken out. */
  next(): Job | undefined {
    for (const [subject, line] of this.#lines) {
      line.turns += 1
      const place = line.turns % 3 === 0 ? line.jobs.oldest : line.jobs.newest
      this.#lines.delete(subject)
      this.#lines.set(subject, line)
      if (place !== undefined) return this.#drop(place)
    }
    const background = this.#background.oldest
    return background === undefined ? undefined : this.#drop(background)
  }

  /** Takes a job out that nobody wants any more. */
  remove(job: Job): boolean {
    const place = this.#places.get(job)
    if (place === undefined) return false
    this.#places.delete(job)
    place.list?.remove(place)
    const line = job.background ? undefined : this.#lines.get(job.subject)
    if (line !== undefined && line.jobs.size === 0) this.#lines.delete(job.subject)
    return true
  }

  /** Takes all jobs out. */
  clear(): Job[] {
    const jobs = [...this.#places.keys()]
    for (const job of jobs) this.remove(job)
    return jobs
  }
}

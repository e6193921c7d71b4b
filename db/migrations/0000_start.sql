CREATE TABLE `completions` (
	`user_id` text NOT NULL,
	`course_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`reason` text NOT NULL,
	`content_hash` text NOT NULL,
	`completed_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `course_id`, `activity_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `content_drafts` (
	`user_id` text NOT NULL,
	`course_id` text NOT NULL,
	`path` text NOT NULL,
	`bytes` blob,
	`base_hash` text,
	`base_bytes` blob,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `course_id`, `path`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `content_drafts_of_course` ON `content_drafts` (`course_id`);--> statement-breakpoint
CREATE TABLE `course_roles` (
	`user_id` text NOT NULL,
	`course_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `course_id`, `role`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `course_roles_by_course` ON `course_roles` (`course_id`,`role`);--> statement-breakpoint
CREATE TABLE `draft_versions` (
	`user_id` text NOT NULL,
	`course_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`version` integer NOT NULL,
	`files` text NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `course_id`, `activity_id`, `version`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`user_id` text NOT NULL,
	`course_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`version` integer NOT NULL,
	`files` text NOT NULL,
	`content_hash` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `course_id`, `activity_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `enrollments` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`course_id` text NOT NULL,
	`course_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_activity_id` text,
	`last_active_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enrollments_once` ON `enrollments` (`user_id`,`course_id`);--> statement-breakpoint
CREATE INDEX `enrollments_by_course` ON `enrollments` (`course_id`);--> statement-breakpoint
CREATE TABLE `reading_positions` (
	`user_id` text NOT NULL,
	`course_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`position` real NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `course_id`, `activity_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `review_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`submission_id` text NOT NULL,
	`author_id` text NOT NULL,
	`path` text,
	`line` integer,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`released_at` integer,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_comments_of_submission` ON `review_comments` (`submission_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `review_comments_by_author` ON `review_comments` (`author_id`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`submission_id` text NOT NULL,
	`course_id` text NOT NULL,
	`grader_id` text NOT NULL,
	`decision` text,
	`levels` text NOT NULL,
	`points` real,
	`summary` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`claimed_at` integer NOT NULL,
	`decided_at` integer,
	`seen_at` integer,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`grader_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_submission_id_unique` ON `reviews` (`submission_id`);--> statement-breakpoint
CREATE INDEX `reviews_of_course` ON `reviews` (`course_id`,`decided_at`);--> statement-breakpoint
CREATE INDEX `reviews_by_grader` ON `reviews` (`grader_id`,`decided_at`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_by_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`course_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`kind` text NOT NULL,
	`files` text NOT NULL,
	`link` text,
	`message` text,
	`idempotency_key` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`content_hash` text NOT NULL,
	`test_hash` text NOT NULL,
	`seed` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_once` ON `submissions` (`user_id`,`idempotency_key`);--> statement-breakpoint
CREATE INDEX `submissions_of_activity` ON `submissions` (`user_id`,`course_id`,`activity_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `submissions_by_state` ON `submissions` (`state`,`created_at`) WHERE state <> 'done';--> statement-breakpoint
CREATE INDEX `submissions_of_course` ON `submissions` (`course_id`,`kind`,`created_at`);--> statement-breakpoint
CREATE TABLE `test_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`submission_id` text NOT NULL,
	`number` integer NOT NULL,
	`outcome` text NOT NULL,
	`score` real NOT NULL,
	`passed_tests` integer NOT NULL,
	`total_tests` integer NOT NULL,
	`result` text NOT NULL,
	`content_hash` text NOT NULL,
	`test_hash` text NOT NULL,
	`engine` text NOT NULL,
	`seed` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `test_runs_once` ON `test_runs` (`submission_id`,`number`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`is_administrator` integer DEFAULT false NOT NULL,
	`editor` text DEFAULT 'monaco' NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);
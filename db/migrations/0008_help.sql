CREATE TABLE `declined_offers` (
	`user_id` text NOT NULL,
	`course_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`about` text NOT NULL,
	`declined_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `course_id`, `activity_id`, `about`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `hint_openings` (
	`user_id` text NOT NULL,
	`course_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`number` integer NOT NULL,
	`opened_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `course_id`, `activity_id`, `number`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `problem_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`course_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`state` text NOT NULL,
	`content_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `problem_reports_of_course` ON `problem_reports` (`course_id`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `problem_reports_by_user` ON `problem_reports` (`user_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `question_replies` (
	`id` text PRIMARY KEY NOT NULL,
	`question_id` text NOT NULL,
	`author_id` text,
	`is_staff` integer NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `question_replies_of_question` ON `question_replies` (`question_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `question_replies_by_author` ON `question_replies` (`author_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`course_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`about` text NOT NULL,
	`quote` text,
	`path` text,
	`line` integer,
	`test_name` text,
	`test_message` text,
	`files` text,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`is_shared` integer DEFAULT false NOT NULL,
	`idempotency_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`answered_at` integer,
	`seen_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `questions_by_user` ON `questions` (`user_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `questions_by_key` ON `questions` (`user_id`,`idempotency_key`);--> statement-breakpoint
CREATE INDEX `questions_of_course` ON `questions` (`course_id`,`state`,`updated_at`);--> statement-breakpoint
CREATE INDEX `questions_shared` ON `questions` (`course_id`,`activity_id`,`updated_at`) WHERE is_shared = 1;
CREATE TABLE `quiz_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`course_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`seed` text NOT NULL,
	`asked` text NOT NULL,
	`answers` text NOT NULL,
	`results` text,
	`score` real,
	`passed` integer,
	`content_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`submitted_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quiz_attempts_once` ON `quiz_attempts` (`user_id`,`course_id`,`activity_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `quiz_attempts_open` ON `quiz_attempts` (`user_id`,`course_id`,`activity_id`) WHERE state = 'open';--> statement-breakpoint
CREATE TABLE `survey_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`course_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`user_id` text,
	`answers` text NOT NULL,
	`content_hash` text NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `survey_answers_of_activity` ON `survey_answers` (`course_id`,`activity_id`);--> statement-breakpoint
CREATE INDEX `survey_answers_by_user` ON `survey_answers` (`user_id`);
CREATE TABLE `practice_cards` (
	`user_id` text NOT NULL,
	`course_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`question_id` text NOT NULL,
	`memory` text NOT NULL,
	`due_at` integer NOT NULL,
	`begun_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `course_id`, `activity_id`, `question_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `practice_cards_due` ON `practice_cards` (`user_id`,`due_at`);
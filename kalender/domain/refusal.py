# SPDX-License-Identifier: EUPL-1.2
"""Why something was not done: a kind and facts, worded elsewhere."""

from __future__ import annotations

from enum import StrEnum


class RefusalKind(StrEnum):
    """Reasons a rule or the plan gives for saying no."""

    NOT_FOUND = "not_found"
    AMBIGUOUS = "ambiguous"
    NO_DATE = "no_date"
    NO_CHANNEL = "no_channel"
    NO_TEXT = "no_text"
    HAS_ERRORS = "has_errors"
    RULE_BLOCKS = "rule_blocks"
    NOT_APPROVED = "not_approved"
    APPROVAL_VOID = "approval_void"
    IN_REVIEW = "in_review"
    NOT_REQUESTED = "not_requested"
    CONTENT_CHANGED = "content_changed"
    MAY_NOT_APPROVE = "may_not_approve"
    OWN_WORK = "own_work"
    COMMENT_MISSING = "comment_missing"
    REASON_MISSING = "reason_missing"
    MAY_NOT_LEAVE = "may_not_leave"
    HELD = "held"
    EMBARGO = "embargo"
    CONSENT_REVOKED = "consent_revoked"
    CONFLICT = "conflict"
    DROPPED = "dropped"
    NOT_EXPORTED = "not_exported"
    ALREADY = "already"
    NOTHING_TO_UNDO = "nothing_to_undo"
    UNDO_OVERTAKEN = "undo_overtaken"
    UNKNOWN_PERSON = "unknown_person"
    UNKNOWN_CHANNEL = "unknown_channel"
    UNKNOWN_LAND = "unknown_land"
    UNKNOWN_FIELD = "unknown_field"
    UNKNOWN_STAGE = "unknown_stage"
    UNKNOWN_RULE = "unknown_rule"
    BAD_DATE = "bad_date"
    BAD_ROLE = "bad_role"
    BAD_TIME = "bad_time"
    PLAN_MISSING = "plan_missing"
    PLAN_EXISTS = "plan_exists"
    PLAN_DAMAGED = "plan_damaged"
    PLAN_FOREIGN = "plan_foreign"
    PLAN_NEWER = "plan_newer"
    PLAN_IN_USE = "plan_in_use"
    PLAN_BUSY = "plan_busy"
    PLAN_VANISHED = "plan_vanished"
    PLAN_REPLACED = "plan_replaced"
    PLAN_UNREADABLE = "plan_unreadable"
    PLAN_READ_ONLY = "plan_read_only"
    PLAN_IN_SYNCED_FOLDER = "plan_in_synced_folder"
    DISK_FULL = "disk_full"
    WRITE_FAILED = "write_failed"
    PROGRAM_UNREADABLE = "program_unreadable"
    OUT_FAILED = "out_failed"
    OUT_IS_FOLDER = "out_is_folder"
    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    TABLE_WITHOUT_TITLES = "table_without_titles"
    TABLE_TOO_LARGE = "table_too_large"
    TABLE_ENCRYPTED = "table_encrypted"
    TABLE_EMPTY = "table_empty"
    TABLE_ROWS = "table_rows"
    DOCUMENT_TOO_LARGE = "document_too_large"
    DOCUMENT_ENCRYPTED = "document_encrypted"
    DOCUMENT_EMPTY = "document_empty"
    DOCUMENT_OLD = "document_old"
    CALENDAR_EMPTY = "calendar_empty"
    CALENDAR_TOO_LARGE = "calendar_too_large"
    PICTURE_MISSING = "picture_missing"
    PICTURE_DAMAGED = "picture_damaged"
    FILM_UNREADABLE = "film_unreadable"
    CAPTIONS_UNREADABLE = "captions_unreadable"
    FOLDER_NOT_EMPTY = "folder_not_empty"
    YEAR_NOT_OVER = "year_not_over"
    NO_POSTS = "no_posts"
    BAD_YEAR = "bad_year"
    CANCELLED = "cancelled"
    TOO_MUCH_TO_PRINT = "too_much_to_print"
    PRINT_FAILED = "print_failed"
    TILE_EMPTY = "tile_empty"
    TILE_OVERFLOW = "tile_overflow"
    TILE_FAILED = "tile_failed"
    ARMS_UNREADABLE = "arms_unreadable"
    BAD_COLOUR = "bad_colour"
    NAME_MISSING = "name_missing"
    NAME_TAKEN = "name_taken"
    BAD_SPAN = "bad_span"
    CHANNEL_IN_USE = "channel_in_use"
    TOPIC_IN_USE = "topic_in_use"
    PERSON_ACTS = "person_acts"
    LAST_APPROVER = "last_approver"
    LAST_EDITOR = "last_editor"
    IN_SERIES = "in_series"
    BAD_LANGUAGE = "bad_language"
    NO_SIBLING = "no_sibling"
    ORIGINAL_AWAY = "original_away"
    SIBLING_EXISTS = "sibling_exists"
    SIBLING_HAS_OWN = "sibling_has_own"
    SIBLING_OF_ITSELF = "sibling_of_itself"
    SERIES_UNDATED = "series_undated"
    BAD_RULE = "bad_rule"
    BACKUP_DAMAGED = "backup_damaged"
    BACKUP_FOREIGN = "backup_foreign"
    NOTHING_RESCUED = "nothing_rescued"
    NO_FREE_SLOT = "no_free_slot"
    BACKUP_UNKNOWN = "backup_unknown"
    BACKUP_PLACE_AWAY = "backup_place_away"
    BACKUP_NO_SPACE = "backup_no_space"
    BACKUP_FAILED = "backup_failed"
    BACKUP_RUNNING = "backup_running"
    COMMENT_GONE = "comment_gone"
    COMMENT_OF_OTHERS = "comment_of_others"


STORAGE = frozenset(
    {
        RefusalKind.PLAN_BUSY,
        RefusalKind.PLAN_DAMAGED,
        RefusalKind.PLAN_IN_USE,
        RefusalKind.PLAN_READ_ONLY,
        RefusalKind.PLAN_REPLACED,
        RefusalKind.PLAN_UNREADABLE,
        RefusalKind.PLAN_VANISHED,
        RefusalKind.DISK_FULL,
        RefusalKind.WRITE_FAILED,
    }
)
"""Kinds that speak of the disk and not of a rule: the same step may succeed a moment later, unchanged."""


class Refused(Exception):  # noqa: N818 - the domain's word; it is an answer, not a defect
    """A verb was refused; nothing has changed. facts are plain values for the sentence."""

    def __init__(self, kind: RefusalKind, **facts: object) -> None:
        super().__init__(kind.value)
        self.kind = kind
        self.facts = facts

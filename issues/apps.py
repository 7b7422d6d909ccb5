from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IssuesConfig(AppConfig):
    name = "issues"
    verbose_name = _("Issues")

    def ready(self) -> None:
        from accounts.sign_in import belongs_to_the_browser, on_code_asked, on_signed_in
        from accounts.with_person import read_with_person
        from grids.made_private import on_made_private
        from grids.renamed import on_renamed
        from issues.actions.follow_names import follow_names
        from issues.actions.hide_category import hide_category
        from issues.notices import register_notices
        from issues.queries.awaited_words import owed_words
        from issues.queries.drafts import DRAFTS, NOT_THEIRS
        from issues.queries.recorded import check_recorded
        from issues.views.news import ISSUE, LIST, news_of_issue, news_of_list
        from issues.views.signed_in import note_number_given, raise_waiting
        from ledger.subjects import on_verifying
        from notifications.news import register_page

        read_with_person("owed_words", owed_words)
        register_page(LIST, news_of_list)
        register_page(ISSUE, news_of_issue)
        belongs_to_the_browser(DRAFTS)
        belongs_to_the_browser(NOT_THEIRS)
        on_code_asked(note_number_given)
        on_signed_in(raise_waiting)
        on_made_private(hide_category)
        on_renamed(follow_names)
        on_verifying(check_recorded)
        register_notices()

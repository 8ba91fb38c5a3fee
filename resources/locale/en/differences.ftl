# An export of ours that comes back into its project: what is there, what differs.
import-adds-same = { $count ->
    [one] 1 record is there as it is
   *[other] { $count } records are there as they are
}
import-adds-differing = { $count ->
    [one] 1 differs
   *[other] { $count } differ
}
import-adds-removed = { $count ->
    [one] 1 was removed here
   *[other] { $count } were removed here
}
import-page-differences = Differences { $count }
import-all-there = All of it is in the project already
import-take = { $count ->
    [one] Take the file's version of 1 record
   *[other] Take the file's version of { $count } records
}
import-taken-theirs = { $count ->
    [one] 1 record taken over from the file
   *[other] { $count } records taken over from the file
}
differences-title = Differences
differences-note = The project holds these otherwise than the file. Yours is kept unless you take the file's; it is one step that can be undone.
differences-ours = Keep ours
differences-theirs = Take the file's
differences-stay = Leave it removed
differences-back = Bring it back
differences-all = For all:
differences-all-name = For all differences: { $what }
differences-here = In the project
differences-there = In the file
differences-removed = It was removed from the project after the file was written.
difference-document = Article
difference-claim = Claim
difference-mention = Mention
difference-entity = Entity
difference-verdict = Verdict
differs-title = Title
differs-outlet = Outlet
differs-author = Author
differs-analyst = Analyst
differs-url = Address
differs-published = Published
differs-published-basis = How the date is known
differs-residue = Not of the article
differs-copied-from = Copied from
differs-name = Name
differs-name-latin = Latin name
differs-kind = Kind
differs-aliases = Spellings
differs-external-ids = Identifiers
differs-note = Note
differs-spans = Words
differs-span = Words
differs-slots = Values
differs-origin = Set by
differs-made-at = Made
differs-role = Role
differs-entity = Entity
differs-choice = Verdict
differs-chosen = Right side
differs-value = Value
differs-reason = Reason
differs-confidence = Confidence
differs-sides = Sides
differs-seen = Values seen
differs-given-at = Given
differs-reopened = Reopened
differs-yes = yes
differs-no = no
undo-theirs = { $count ->
    [one] 1 record as a file has it
   *[other] { $count } records as a file has them
}
finding-other-text = “{ $where }”: the file has another text for this article of the project. The article and its marks were left as they are here; import the file into a new project to see it.
finding-two-versions = “{ $where }” differs between the files; the version of the first file was taken.
cli-theirs = take the file's version of what the project holds otherwise (without it, the project's is kept and the differences are listed)
cli-differs = { $kind } { $title } – { $field }: here { $here }, in the file { $there }
cli-removed-here = { $kind } { $title }: removed here
cli-more-differences = { $count ->
    [one] … and 1 more difference
   *[other] … and { $count } more differences
}
cli-kept-ours = { $count ->
    [one] The project's version of 1 record was kept; --theirs takes the file's.
   *[other] The project's version of { $count } records was kept; --theirs takes the file's.
}
import-article = Article
import-legend = Shaded: claims. Underlined: mentions. Grey: what becomes neither.

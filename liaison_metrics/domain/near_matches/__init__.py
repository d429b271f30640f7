"""People who may be one person though no rule joins them: typing slips, other alphabets, swapped dates, missing fields.

Nothing here joins anybody. ``finding.near_matches`` compares what is stored of each person (keyed digests of letter
pairs, birth dates) and returns pairs with a score and the reasons for it, for a person to decide.

The method is that of Fellegi and Sunter (1969): each field agrees to some level, and each level is so many times more
likely for one person than for two. Two things are added: values that few people share weigh more, and everybody has at
most one other record, so that a better candidate makes the others less likely.
"""

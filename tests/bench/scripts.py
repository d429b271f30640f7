"""Names of made-up people in two scripts, or in two usual spellings in Latin letters."""

IN_TWO_SCRIPTS = {
    "Cyrillic and Latin letters": (
        ("Оксана Шевченко", "Oksana Shevchenko"), ("Дмитро Ковальчук", "Dmytro Kovalchuk"),
        ("Юлія Бондаренко", "Yuliia Bondarenko"), ("Сергій Ткаченко", "Serhii Tkachenko"),
        ("Наталія Кравченко", "Natalia Kravchenko"), ("Володимир Мельник", "Volodymyr Melnyk"),
        ("Ольга Хоменко", "Olha Khomenko"), ("Андрій Шульга", "Andrii Shulha"),
        ("Елена Иванова", "Yelena Ivanova"), ("Михаил Соколов", "Mikhail Sokolov"),
    ),
    "Greek and Latin letters": (
        ("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos"), ("Ελένη Νικολαΐδου", "Eleni Nikolaidou"),
        ("Αικατερίνη Γεωργίου", "Ekaterini Georgiou"), ("Δημήτρης Οικονόμου", "Dimitris Oikonomou"),
        ("Χρήστος Μπακογιάννης", "Christos Bakogiannis"), ("Ευαγγελία Αντωνίου", "Evangelia Antoniou"),
        ("Παναγιώτης Βλάχος", "Panagiotis Vlachos"), ("Θεοδώρα Κωνσταντίνου", "Theodora Konstantinou"),
        ("Ιωάννης Ζαφειρίου", "Ioannis Zafeiriou"), ("Μαρία Χατζή", "Maria Chatzi"),
    ),
    "Arabic names in two Latin spellings": (
        ("Mohammed Haddad", "Muhammad Haddad"), ("Yousef al-Khatib", "Youssef Alkhatib"),
        ("Fatima Hussein", "Fatma Hussain"), ("Khaled Mansour", "Khalid Mansur"),
        ("Ahmed Suleiman", "Ahmad Sulaiman"), ("Nour Qassem", "Noor Kassem"),
        ("Abdelrahman Saleh", "Abdul Rahman Saleh"), ("Leila Shaheen", "Layla Shahin"),
        ("Omar Al Masri", "Omar Elmasri"), ("Hasan Jaber", "Hassan Jabir"),
    ),
    "Arabic letters (no vowels) and Latin letters": (
        ("محمد حداد", "Mohammed Haddad"), ("يوسف الخطيب", "Yousef Alkhatib"), ("فاطمة حسين", "Fatima Hussein"),
        ("خالد منصور", "Khaled Mansour"), ("أحمد سليمان", "Ahmed Suleiman"), ("ليلى شاهين", "Layla Shahin"),
    ),
}  # fmt: skip
